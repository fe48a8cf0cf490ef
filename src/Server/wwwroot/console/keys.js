// Work without a mouse. What a key does stands in the page: [data-row] is walked through, [data-search] is gone to, [data-key="x"] is pressed.
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (document.activeElement?.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')) return;
  if (document.querySelector('.mud-dialog')) return;
  if (move(event.key) || search(event.key) || choose(event.key) || press(event.key)) event.preventDefault();
});

const rows = () => [...document.querySelectorAll('[data-row]')];
const here = () => document.activeElement?.closest('[data-row]');

function move(key) {
  if (key !== 'j' && key !== 'k') return false;
  const all = rows();
  const at = all.indexOf(here());
  const next = at < 0 ? all[0] : all[at + (key === 'j' ? 1 : -1)];
  next?.querySelector('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return all.length > 0;
}

function search(key) {
  const field = document.querySelector('[data-search]');
  if (key !== '/' || !field) return false;
  field.focus();
  field.select();
  return true;
}

function choose(key) {
  const box = here()?.querySelector('input[type=checkbox]');
  if (key !== 'x' || !box) return false;
  box.click();
  return true;
}

function press(key) {
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  target?.click();
  return Boolean(target);
}
