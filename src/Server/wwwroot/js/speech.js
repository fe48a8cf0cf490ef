import { el, icon } from './dom.js';
import { t } from './texts.js';

const READ = t('chat.speech.read');
const STOP = t('chat.speech.stop');

/** Makes buttons that read a text aloud. They are hidden for as long as the browser has no Chinese voice. */
export class Speech {
  constructor() {
    this.synthesis = window.speechSynthesis;
    this.buttons = [];
    this.speaking = null;
    if (this.synthesis && this.synthesis.addEventListener)
      this.synthesis.addEventListener('voiceschanged', () => this.refresh());
  }

  /** @param {string} text What is read, one utterance a sentence: some browsers stop in the middle of long ones. */
  button(text) {
    const label = el('span', {}, READ);
    const button = el('button', { type: 'button', class: 'quiet speak', hidden: !this.voice() }, icon('sound'), label);
    button.addEventListener('click', () => this.speaking === label ? this.stop() : this.speak(text, label));
    this.buttons.push(button);
    return button;
  }

  stop() {
    if (!this.speaking)
      return;
    this.speaking.textContent = READ;
    this.speaking = null;
    this.synthesis.cancel();
  }

  speak(text, label) {
    this.stop();
    this.speaking = label;
    label.textContent = STOP;
    const sentences = text.match(/[^。！？\n]+[。！？]?/g) || [];
    const utterances = sentences.map(sentence => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = 'zh-CN';
      utterance.voice = this.voice();
      utterance.rate = 0.9;
      return utterance;
    });
    utterances[utterances.length - 1].onend = () => { if (this.speaking === label) this.stop(); };
    utterances.forEach(utterance => this.synthesis.speak(utterance));
  }

  voice() {
    return this.synthesis ? this.synthesis.getVoices().find(voice => /^zh|^cmn/i.test(voice.lang)) || null : null;
  }

  refresh() {
    const isSilent = !this.voice();
    this.buttons.forEach(button => { button.hidden = isSilent; });
  }
}
