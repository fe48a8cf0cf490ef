import { announce } from './announcer.js';
import { button, el, fill } from './dom.js';

const REASSURE_AFTER_MS = 8000;
const TYPING_MS = 4000;

/** Shows the turns of a conversation. */
export class ConversationView {
  /** @param {Object} actions `retry` and `edit`, for a turn that did not get through. */
  constructor(answerView, actions) {
    this.log = document.getElementById('log');
    this.answerView = answerView;
    this.actions = actions;
    this.timers = {};
  }

  /** Shows turns that were there before this page was loaded. */
  restore(turns) {
    turns.forEach(turn => this.draw(turn, false));
    if (turns.length > 0)
      this.scrollTo(turns[turns.length - 1]);
  }

  /** Shows a turn's new state, and adds the turn if it is new. */
  update(turn) {
    this.draw(turn, true);
    const isLast = this.log.lastElementChild.id === turn.id;
    const isShown = this.log.offsetParent !== null;
    if (isLast && isShown)
      this.scrollTo(turn);
  }

  clear() {
    Object.keys(this.timers).forEach(id => clearTimeout(this.timers[id]));
    fill(this.log);
  }

  /** An alarm that has been announced is not announced again. */
  settle() {
    this.log.querySelectorAll('[role=alert]').forEach(alarm => alarm.removeAttribute('role'));
  }

  /** Shows for a moment that the other side is writing, unless a question shows that already. */
  typing() {
    clearTimeout(this.typingTimer);
    if (!this.typingNote) {
      this.typingNote = el('p', { class: 'note typing' }, '对方正在写', el('span', { class: 'dots', 'aria-hidden': 'true' }, ' ●●●'));
      this.log.parentNode.insertBefore(this.typingNote, this.log.nextSibling);
    }
    this.typingNote.hidden = Boolean(this.log.querySelector('.reply .dots'));
    this.typingTimer = setTimeout(() => this.stopTyping(), TYPING_MS);
  }

  stopTyping() {
    if (this.typingNote)
      this.typingNote.hidden = true;
  }

  scrollTo(turn) {
    const header = document.querySelector('.site');
    const covered = getComputedStyle(header).position === 'sticky' ? header.offsetHeight : 0;
    window.scrollTo(0, document.getElementById(turn.id).offsetTop - covered);
  }

  draw(turn, isNew) {
    this.stopTyping();
    clearTimeout(this.timers[turn.id]);
    let section = document.getElementById(turn.id);
    if (!section) {
      section = el('section', { class: 'turn', id: turn.id },
        turn.question === null ? null : el('h2', { class: 'question' }, el('span', { class: 'visually-hidden' }, '您说：'), turn.shown || turn.question),
        el('div', { class: 'reply' }));
      this.log.appendChild(section);
    }
    fill(section.querySelector('.reply'), this.reply(turn, isNew));
    // By its id a link is found again after reading an article.
    section.querySelectorAll('.reply a').forEach((link, place) => { link.id = turn.id + '-' + place; });
  }

  reply(turn, isNew) {
    switch (turn.state) {
      case 'answered': return this.answered(turn, isNew);
      case 'sending': return this.thinking(turn);
      case 'offline': return this.note('没有网络，这个问题先留着，网络一通就自动发出去。', []);
      case 'waiting': return this.note(turn.detail + ' ' + turn.seconds + ' 秒后自动再问，不用再按。', []);
      case 'lost': return this.note(turn.detail + '请再选一次。', []);
      case 'refused': return this.note(turn.detail, [{ label: '改一改再问', run: () => this.actions.edit(turn) }]);
      default: return this.note(turn.detail + '您写的还在。', [{ label: '重试', run: () => this.actions.retry(turn) }]);
    }
  }

  answered(turn, isNew) {
    const last = turn.answers[turn.answers.length - 1];
    if (isNew && last && last.outcome !== 'urgent')
      announce('答复：' + last.text);
    return turn.answers.map(answer => this.answerView.draw(answer, isNew && answer === last));
  }

  thinking(turn) {
    const words = el('span');
    const say = text => {
      fill(words, this.answerView.inline(text));
      announce(text);
    };
    say('正在查法律');
    this.timers[turn.id] = setTimeout(() => say('还在查，请再等一等，您的问题没有丢。着急可以先打 12348。'), REASSURE_AFTER_MS);
    return el('p', { class: 'note' }, words, el('span', { class: 'dots', 'aria-hidden': 'true' }, ' ●●●'));
  }

  note(text, actions) {
    announce(text);
    return el('div', { class: 'note' },
      el('p', {}, this.answerView.inline(text)),
      actions.map(action => button('button', action.label, action.run)));
  }
}
