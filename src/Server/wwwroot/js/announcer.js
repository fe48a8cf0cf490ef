const CLEAR_AFTER_MS = 5000;
let timer;

/** Lets a screen reader say one thing. It is cleared again, so that nobody meets it twice when reading through the page. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { announcer.textContent = ''; }, CLEAR_AFTER_MS);
}
