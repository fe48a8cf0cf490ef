import { button, el } from './dom.js';
import { FileButton } from './file-button.js';
import { Receipt } from './receipt.js';
import { t } from './texts.js';

const SUBMIT = ['提交', '写成文书'];

/** Draws what belongs to a form, a booking or a look-up. Its buttons are for the last turn only: what they answer is over after it. */
export class FormView {
  /**
   * @param {function(string, string=)} onSay Says an answer; the second is what is shown in its place.
   * @param {function(File)} onFile Sends a file.
   */
  constructor(onSay, onFile) {
    this.onSay = onSay;
    this.onFile = onFile;
  }

  draw(answer, inline, speech) {
    const dialog = answer.dialog;
    return el('div', { class: 'answer form form-' + dialog.kind },
      dialog.progress === undefined ? null : progress(dialog),
      el('div', { class: 'answer-head' }, el('span', {}, dialog.service || t('chat.form.title')), speech),
      this.body(answer, inline),
      this.buttons(answer));
  }

  body(answer, inline) {
    switch (answer.dialog.kind) {
      case 'question': return question(answer, inline);
      case 'review': return this.review(answer.dialog, inline);
      case 'receipt': return new Receipt(answer, inline).draw();
      default: return [paragraphs(answer.text, inline), answer.files.map(file)];
    }
  }

  review(dialog, inline) {
    return [
      dialog.before ? paragraphs(dialog.before, inline) : null,
      el('h3', {}, dialog.title),
      el('dl', { class: 'review' }, dialog.lines.map(line => el('div', {},
        el('dt', {}, line.label),
        el('dd', {}, line.display),
        el('dd', { class: 'options' }, button('quiet', t('chat.form.change'), () => this.onSay('改一下' + line.label)))))),
      paragraphs(dialog.after, inline),
    ];
  }

  buttons(answer) {
    const steps = answer.nextSteps.filter(step => !step.phone);
    const calls = answer.nextSteps.filter(step => step.phone);
    const dialog = answer.dialog;
    const upload = dialog.upload ? new FileButton(this.onFile).draw() : null;
    const chosen = dialog.options ? this.several(dialog.options) : null;
    const rest = dialog.options ? steps.slice(dialog.options.length) : steps;
    const isRow = rest.every(step => step.label.length <= 8);
    return el('div', { class: 'options' },
      calls.map(step => el('a', { class: 'button call', href: 'tel:' + step.phone }, t('chat.form.call', step.phone))),
      upload,
      chosen,
      rest.length === 0 ? null : el('ul', { class: isRow ? 'choices row' : 'choices' }, rest.map(step => el('li', {},
        button(SUBMIT.indexOf(step.label) >= 0 ? 'button strong' : 'button', step.label, () => this.onSay(wordsOf(step)))))));
  }

  /** Options of which several may be chosen: pressed ones are sent together by their numbers. */
  several(options) {
    const pressed = new Set();
    const send = button('button strong', t('chat.form.chosen'), () => {
      const places = Array.from(pressed).sort((a, b) => a - b);
      this.onSay(places.map(place => place + 1).join('，'), places.map(place => options[place]).join('；'));
    });
    send.disabled = true;
    const choices = options.map((label, place) => {
      const choice = button('choice tick', label, () => {
        if (!pressed.delete(place))
          pressed.add(place);
        choice.setAttribute('aria-pressed', String(pressed.has(place)));
        send.disabled = pressed.size === 0;
      });
      choice.setAttribute('aria-pressed', 'false');
      return el('li', {}, choice);
    });
    return [el('ul', { class: 'choices' }, choices), send];
  }
}

function progress(dialog) {
  return el('progress', { class: 'progress', max: '1', value: String(dialog.progress), 'aria-label': t('chat.form.progress', Math.round(dialog.progress * 100)) });
}

/** The question stands out; what stands before it and how to answer is smaller. */
function question(answer, inline) {
  const lines = answer.text.split('\n');
  const at = lines.indexOf(answer.dialog.label);
  return [
    paragraphs(lines.slice(0, at).filter(line => !/^【.*】$/.test(line)).join('\n'), inline),
    el('h3', { class: 'asked' }, answer.dialog.label),
    lines.slice(at + 1).map(line => el('p', { class: 'hint' }, inline(line))),
  ];
}

function paragraphs(text, inline) {
  return text.split('\n').filter(line => line.trim()).map(line => el('p', {}, inline(line)));
}

function wordsOf(step) {
  return step.url && step.url.indexOf('/#q=') === 0 ? decodeURIComponent(step.url.slice(4)) : step.label;
}

/** A file the bot made: it opens as long as the address holds, and stays when the buttons are gone. */
function file({ name, url }) {
  return el('p', {}, el('a', { class: 'button strong', href: url, download: name }, t('chat.form.download', name)));
}
