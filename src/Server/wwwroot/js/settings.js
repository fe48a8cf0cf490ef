import { device } from './store.js';

const KEY = 'largeType';

/** Connects the button for large type; the choice is remembered on this phone. */
export function connectSettings(onChange) {
  const button = document.getElementById('large-type');
  const apply = isLarge => {
    document.documentElement.classList.toggle('large-type', isLarge);
    button.setAttribute('aria-pressed', String(isLarge));
    onChange();
  };
  button.addEventListener('click', () => {
    const isLarge = button.getAttribute('aria-pressed') !== 'true';
    device.write(KEY, isLarge);
    apply(isLarge);
  });
  apply(device.read(KEY) === true);
}
