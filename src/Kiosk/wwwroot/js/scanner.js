// A scanner is a keyboard that types very fast and ends with Enter. What it types goes to the screen as one text and into no field on the way.

const SLOWEST_GAP = 250; // milliseconds between two keys; the machine has no other keyboard, and may be busy
const SHORTEST = 8;

export function watch(screen) {
  let typed = '';
  let last = -Infinity;
  let field = null;
  let before = '';

  const begin = target => {
    typed = '';
    field = target.matches?.('input, textarea') ? target : null;
    before = field?.value ?? '';
  };

  const putBack = () => {
    if (!field || field.value === before) return;
    field.value = before;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const onKey = event => {
    if (event.key.length > 1 && event.key !== 'Enter') return; // Shift and its like come between the letters
    const isFast = event.timeStamp - last <= SLOWEST_GAP;
    last = event.timeStamp;
    if (!isFast) begin(event.target);
    if (event.key === 'Enter') {
      last = -Infinity; // whatever comes now is another text
      if (!isFast || typed.length < SHORTEST) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      putBack();
      screen.invokeMethodAsync('Scanned', typed);
      typed = '';
      return;
    }
    typed += event.key;
  };

  // A blank would press the button that has the focus when its key comes up.
  const onKeyUp = event => {
    if (event.key === ' ' && typed.length > 1 && !field) event.preventDefault();
  };

  document.addEventListener('keydown', onKey, true);
  document.addEventListener('keyup', onKeyUp, true);
  return {
    stop() {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('keyup', onKeyUp, true);
    }
  };
}
