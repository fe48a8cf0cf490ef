import { announce } from './announcer.js';
import { device, tab } from './store.js';
import { t } from './texts.js';

const KEY = 'draft';
const LONGEST = 2000;
const COUNT_FROM = 1800;
const HIGHEST_PX = 220;
const BORDERS_PX = 4;

/** The field in which a question is written. What stands in it is kept until it is sent. */
export class Composer {
  /** @param {function(string)} onSend Takes the question. */
  constructor(onSend) {
    this.form = document.getElementById('composer');
    this.field = document.getElementById('question');
    this.counter = document.getElementById('counter');
    this.button = this.form.querySelector('.send');
    this.onSend = onSend;
    this.field.addEventListener('input', () => this.changed());
    this.field.addEventListener('keydown', event => this.onKey(event));
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.send();
    });
    const kept = tab.read(KEY);
    this.field.value = (kept === null ? device.read(KEY) : kept) || '';
    this.changed();
  }

  get text() {
    return this.field.value.trim();
  }

  /** Puts a question into the field, above what already stands there, for the citizen to send. */
  put(question) {
    this.field.value = [question, this.text].filter(part => part).join('\n');
    this.changed();
  }

  clear() {
    this.field.value = '';
    this.changed();
  }

  focus() {
    this.field.focus();
  }

  send() {
    if (this.button.disabled)
      return;
    const question = this.text;
    this.clear();
    // On a phone the keyboard would hide the answer.
    if (window.matchMedia('(pointer: coarse)').matches)
      this.field.blur();
    this.onSend(question);
  }

  onKey(event) {
    // 229 is what browsers report for the Enter that only confirms a word of an input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    this.send();
  }

  changed() {
    const length = this.text.length;
    this.button.disabled = length === 0 || length > LONGEST;
    this.count(length);
    this.fit();
    tab.write(KEY, this.field.value);
    device.write(KEY, this.field.value);
  }

  /** Makes the field as high as its text, up to a limit. */
  fit() {
    this.field.style.height = 'auto';
    this.field.style.height = Math.min(this.field.scrollHeight + BORDERS_PX, HIGHEST_PX) + 'px';
  }

  count(length) {
    const wasOver = this.counter.classList.contains('over');
    const isOver = length > LONGEST;
    this.counter.hidden = length < COUNT_FROM;
    this.counter.classList.toggle('over', isOver);
    this.counter.textContent = isOver ? t('chat.composer.over', length - LONGEST) : t('chat.composer.left', LONGEST - length);
    this.field.setAttribute('aria-invalid', String(isOver));
    if (isOver && !wasOver)
      announce(this.counter.textContent);
  }
}
