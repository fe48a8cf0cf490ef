import { watch as watchScanner } from './scanner.js';
import { read, silence, whenVoiced } from './voice.js';

const ONCE_IN = 1000;
const LEAVE_AFTER = 1200;
const PAGE = 0.8;
const REST = 120;

let touched = 0;

/** Keeps whoever stands before the screen inside of it, and says when it is touched. */
export function watch(frame) {
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
    addEventListener(event, () => tell(frame), { capture: true, passive: true });
  for (const event of ['contextmenu', 'dragstart', 'drop', 'dragover', 'gesturestart'])
    addEventListener(event, stop, { capture: true });
  addEventListener('wheel', event => { if (event.ctrlKey) stop(event); }, { capture: true, passive: false });
  addEventListener('touchmove', event => { if (event.touches.length > 1) stop(event); }, { capture: true, passive: false });
  addEventListener('keydown', event => { if (leadsAway(event)) stop(event); }, { capture: true });
  addEventListener('selectstart', event => { if (!isField(event.target)) stop(event); }, { capture: true });
  addEventListener('click', event => { if (event.target.closest('[data-read]')) read(wordsOf(), false); });
  addEventListener('click', event => { if (event.target.closest('[data-down]')) main().scrollBy({ top: main().clientHeight * PAGE, behavior: 'smooth' }); });
  main().addEventListener('scroll', showDown, { passive: true });
  new ResizeObserver(showDown).observe(main());
  new MutationObserver(showDown).observe(main(), { childList: true, subtree: true, characterData: true });
  watchScanner(frame);
  document.documentElement.classList.add('watched');
  window.print = () => {};
  window.open = () => null;
  whenVoiced(isVoiced => document.documentElement.classList.toggle('voiceless', !isVoiced));
}

/** Another screen stands there: it begins at its top, its heading has the focus, and who wants it hears it. */
export function shown(takesFocus, aloud, slow) {
  silence();
  main().scrollTo(0, 0);
  const heading = main().querySelector('h1');
  if (heading && takesFocus && !main().querySelector('textarea')) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  if (aloud)
    read(wordsOf(), slow);
}

/** Begins anew. The page goes with everything in it, and the history has one entry as before. */
export function leave() {
  silence();
  setTimeout(() => location.replace('/'), LEAVE_AFTER);
}

function main() {
  return document.getElementById('main');
}

/** There is more below: not everybody knows that a screen can be pushed. */
function showDown() {
  const { scrollTop, scrollHeight, clientHeight } = main();
  const button = main().querySelector('[data-down]');
  if (button)
    button.hidden = scrollHeight - clientHeight - scrollTop < REST;
}

function wordsOf() {
  return Array.from(main().querySelectorAll('h1, h2, p, li, button'))
    .filter(element => element.offsetParent && !element.closest('.keys, .down') && !element.parentElement.closest('button, li'))
    .map(element => element.innerText.trim()).filter(text => text).join('。');
}

function tell(frame) {
  const now = performance.now();
  if (now - touched < ONCE_IN)
    return;
  touched = now;
  frame.invokeMethodAsync('Touched').catch(() => {});
}

/** Keys with which a browser opens, prints, saves, looks for, zooms or leaves something. */
function leadsAway(event) {
  return /^F\d+$/.test(event.key) || event.key === 'BrowserBack' || event.altKey || event.metaKey
    || (event.ctrlKey && !(isField(event.target) && /^[acvxz]$/i.test(event.key)));
}

function isField(target) {
  return target instanceof Element && Boolean(target.closest('input, textarea'));
}

function stop(event) {
  event.preventDefault();
}
