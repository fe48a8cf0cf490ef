import { announce } from './announcer.js';
import { button, el } from './dom.js';

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
        el('div', {}, el('dt', {}, dialog.numberLabel || '编号'), el('dd', {}, dialog.number)),
        el('div', {}, el('dt', {}, '取件码'), el('dd', {}, dialog.code))),
      el('p', { class: 'hint' }, dialog.keep),
      dialog.sections.map(section => [el('h4', {}, section.title), el('ul', { class: 'bullets' }, section.items.map(item => el('li', {}, this.inline(item))))]),
      dialog.after.split('\n').map(line => el('p', {}, this.inline(line))),
      el('div', { class: 'take' },
        button('button', '复制', () => this.copy()),
        button('button', '打印', () => window.print()),
        dialog.ics ? button('button', '加到日历', () => save(dialog.ics, '预约.ics')) : null),
    ];
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.answer.text);
      announce('已经复制。');
    } catch (error) {
      announce('这里不能复制，请拍照或者抄下来。');
    }
  }
}

function save(text, name) {
  const link = el('a', { href: URL.createObjectURL(new Blob([text], { type: 'text/calendar' })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
