import { announce } from './announcer.js';
import { button, el, fill } from './dom.js';
import { t } from './texts.js';

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
      this.typingNote = el('p', { class: 'note typing' }, t('chat.turn.typing'), el('span', { class: 'dots', 'aria-hidden': 'true' }, ' ●●●'));
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
        turn.question === null ? null : el('h2', { class: 'question' }, el('span', { class: 'visually-hidden' }, t('chat.turn.you')), turn.shown || turn.question),
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
      case 'offline': return this.note(t('chat.turn.offline'), []);
      case 'waiting': return this.note(t('chat.turn.waiting', turn.detail, turn.seconds), []);
      case 'lost': return this.note(t('chat.turn.lost', turn.detail), []);
      case 'refused': return this.note(turn.detail, [{ label: t('chat.turn.edit'), run: () => this.actions.edit(turn) }]);
      default: return this.note(t('chat.turn.failed', turn.detail), [{ label: t('chat.turn.retry'), run: () => this.actions.retry(turn) }]);
    }
  }

  answered(turn, isNew) {
    const last = turn.answers[turn.answers.length - 1];
    if (isNew && last && last.outcome !== 'urgent')
      announce(t('chat.turn.answered', last.text));
    return turn.answers.map(answer => this.answerView.draw(answer, isNew && answer === last));
  }

  thinking(turn) {
    const words = el('span');
    const say = text => {
      fill(words, this.answerView.inline(text));
      announce(text);
    };
    say(t('chat.turn.looking'));
    this.timers[turn.id] = setTimeout(() => say(t('chat.turn.stillLooking')), REASSURE_AFTER_MS);
    return el('p', { class: 'note' }, words, el('span', { class: 'dots', 'aria-hidden': 'true' }, ' ●●●'));
  }

  note(text, actions) {
    announce(text);
    return el('div', { class: 'note' },
      el('p', {}, this.answerView.inline(text)),
      actions.map(action => button('button', action.label, action.run)));
  }
}
