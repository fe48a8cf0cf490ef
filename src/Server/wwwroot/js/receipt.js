import { announce } from './announcer.js';
import { button, el } from './dom.js';
import { t } from './texts.js';

/** What the citizen takes away: number and code, large enough to be photographed, to be copied and printed. */
export class Receipt {
  constructor(answer, inline) {
    this.answer = answer;
    this.inline = inline;
  }

  draw() {
    const dialog = this.answer.dialog;
    return [
      el('h3', {}, dialog.title),
      dialog.summary ? el('p', { class: 'summary' }, dialog.summary) : null,
      el('dl', { class: 'slip' },
        el('div', {}, el('dt', {}, dialog.numberLabel || t('chat.receipt.number')), el('dd', {}, dialog.number)),
        el('div', {}, el('dt', {}, t('chat.receipt.code')), el('dd', {}, dialog.code))),
      el('p', { class: 'hint' }, dialog.keep),
      dialog.sections.map(section => [el('h4', {}, section.title), el('ul', { class: 'bullets' }, section.items.map(item => el('li', {}, this.inline(item))))]),
      dialog.after.split('\n').map(line => el('p', {}, this.inline(line))),
      el('div', { class: 'take' },
        button('button', t('chat.receipt.copy'), () => this.copy()),
        button('button', t('chat.receipt.print'), () => window.print()),
        dialog.ics ? button('button', t('chat.receipt.calendar'), () => save(dialog.ics, t('chat.receipt.calendarFile'))) : null),
    ];
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.answer.text);
      announce(t('chat.receipt.copied'));
    } catch (error) {
      announce(t('chat.receipt.notCopied'));
    }
  }
}

function save(text, name) {
  const link = el('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/calendar' })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
