import { button, el } from './dom.js';

/**
 * Opens a dialog that keeps the focus inside, closes on Esc and on a press beside it, and gives the focus back.
 *
 * @param {Array} actions Buttons as `{label, kind?, run?}`; each closes the dialog.
 */
export function openDialog(title, content, actions) {
  const opener = document.activeElement;
  const heading = el('h2', { id: 'dialog-title', tabindex: '-1' }, title);
  const box = el('div', { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'dialog-title' },
    heading,
    el('div', { class: 'dialog-content' }, content),
    el('div', { class: 'dialog-actions' }, actions.map(action => button('button ' + (action.kind || ''), action.label, () => {
      close();
      if (action.run)
        action.run();
    }))));
  const backdrop = el('div', { class: 'backdrop', on: { click: event => { if (event.target === backdrop) close(); } } }, box);

  function close() {
    document.removeEventListener('keydown', onKey, true);
    document.documentElement.classList.remove('has-dialog');
    backdrop.parentNode.removeChild(backdrop);
    opener.focus();
  }

  function onKey(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      keepInside(event, box, heading);
    }
  }

  document.addEventListener('keydown', onKey, true);
  document.documentElement.classList.add('has-dialog');
  document.body.appendChild(backdrop);
  heading.focus();
}

function keepInside(event, box, heading) {
  const stops = box.querySelectorAll('a[href], button');
  const first = stops[0];
  const last = stops[stops.length - 1];
  const current = document.activeElement;
  if (event.shiftKey && (current === first || current === heading)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && current === last) {
    event.preventDefault();
    first.focus();
  }
}
