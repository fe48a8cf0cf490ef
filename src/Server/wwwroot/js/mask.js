const ID_NUMBER = /(^|[^0-9A-Za-z])([1-9]\d{2})\d{11}(\d{3}[0-9Xx])(?![0-9A-Za-z])/g;
const MOBILE = /(^|[^0-9A-Za-z])(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?![0-9A-Za-z])/g;

/** A text with phone and identity numbers hidden but for their ends; null stays null. */
export function masked(text) {
  return text && text.replace(ID_NUMBER, '$1$2***********$3').replace(MOBILE, '$1$2****$3');
}

/** What the bot said, the same way where it belongs to a form, a booking or a look-up. */
export function maskedAnswer(answer) {
  if (!answer.dialog)
    return answer;
  const lines = answer.dialog.lines && answer.dialog.lines.map(line => Object.assign({}, line, { display: line.masked }));
  const text = lines ? answer.dialog.lines.reduce((all, line) => all.split(line.display).join(line.masked), answer.text) : answer.text;
  const copy = Object.assign({}, answer, { text: masked(text), dialog: Object.assign({}, answer.dialog, lines && { lines }) });
  return JSON.parse(masked(JSON.stringify(copy)));
}
