import { t } from './texts.js';

/** Shows a banner for as long as the phone has no line. */
export function connectBanner() {
  const banner = document.getElementById('offline');
  const show = () => {
    banner.hidden = navigator.onLine;
    banner.textContent = navigator.onLine ? '' : t('chat.line.offline');
  };
  window.addEventListener('online', show);
  window.addEventListener('offline', show);
  show();
}
