const STEP = /^\s*(\d{1,2})\s*[.．、]\s*(.+)$/;
const LABELLED = /^(怎么做|要带|带什么|时间|期限|去哪里|费用|注意)：(.*)$/;

/** Labels whose words are a list of things to tick off. */
const CHECKLISTS = ['要带', '带什么'];

/**
 * Takes the text of an answer apart.
 *
 * @param {string} text Lines; an empty line ends what must be said first.
 * @param {string} disclaimer The line that says what the answers are and are not.
 * @returns {{first: Array, rest: Array, disclaimer: string}} Blocks before and after the empty line, each
 * `{kind: 'paragraph', label?, text}`, `{kind: 'heading', text}` or `{kind: 'steps' | 'list', items}`; `rest` is empty when
 * there is no empty line. The disclaimer is '' when the text has none.
 */
export function parseAnswer(text, disclaimer) {
  const parts = text.split(/\n\s*\n/);
  const last = parts.length - 1;
  const lines = parts[last].split('\n');
  const hasDisclaimer = lines[lines.length - 1].trim() === disclaimer;
  if (hasDisclaimer)
    parts[last] = lines.slice(0, -1).join('\n');
  return {
    first: blocks(parts[0]),
    rest: blocks(parts.slice(1).join('\n')),
    disclaimer: hasDisclaimer ? disclaimer : '',
  };
}

function blocks(text) {
  const found = [];
  text.split('\n').filter(line => line.trim()).forEach(line => {
    const step = STEP.exec(line);
    if (step)
      addStep(found, step[2]);
    else
      found.push(...labelled(line));
  });
  return found;
}

function addStep(found, text) {
  const before = found[found.length - 1];
  if (before && before.kind === 'steps')
    before.items.push(text);
  else
    found.push({ kind: 'steps', items: [text] });
}

function labelled(line) {
  const match = LABELLED.exec(line);
  if (!match)
    return [{ kind: 'paragraph', text: line }];
  const label = match[1];
  const words = match[2];
  if (!words)
    return [{ kind: 'heading', text: label }];
  const items = words.replace(/。$/, '').split('；');
  return CHECKLISTS.indexOf(label) >= 0 && items.length > 1
    ? [{ kind: 'heading', text: label }, { kind: 'list', items }]
    : [{ kind: 'paragraph', label, text: words }];
}
