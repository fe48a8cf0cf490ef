import { masked, maskedAnswer } from './mask.js';
import { tab } from './store.js';

const KEY = 'turns';

/**
 * What was asked and answered in this tab. A turn is `{id, question, shown?, isFile?, state, activityId?, answers?, detail?, seconds?}`; `shown` stands in the
 * question's place where that is only the numbers of what was chosen. Its state is
 * `sending`, `offline` or `waiting` (not answered yet), `failed` (worth another try), `refused` (not worth one), `lost` (a file that did not get through) or `answered`. Its question is null when
 * the service speaks first.
 */
export class Conversation {
  constructor() {
    this.turns = tab.read(KEY) || [];
  }

  /** Adds a question that is to be sent. */
  add(question, more) {
    const turn = Object.assign({ id: 't-' + randomId(), question, state: 'sending' }, more);
    this.turns.push(turn);
    this.keep();
    return turn;
  }

  /**
   * Puts something that came without being asked for, or after its turn was over, where it belongs.
   *
   * @returns {Object} The turn that it changed; null when it is known, or answers nothing that was asked here.
   */
  hear(answer, replyToId) {
    if (this.turns.some(turn => (turn.answers || []).some(known => known.id === answer.id)))
      return null;
    let turn = this.turns.find(one => replyToId && one.activityId === replyToId);
    if (!turn && replyToId)
      return null;
    if (!turn) {
      turn = { id: 't-' + randomId(), question: null, state: 'answered', answers: [] };
      this.turns.push(turn);
    }
    turn.answers.push(answer);
    this.keep();
    return turn;
  }

  /** Writes the conversation down so that a reload finds it: what is answered without whole phone and identity numbers, because phones are shared. */
  keep() {
    tab.write(KEY, this.turns.map(turn => turn.state !== 'answered' ? turn : Object.assign({}, turn, {
      question: masked(turn.question), shown: masked(turn.shown), answers: (turn.answers || []).map(maskedAnswer),
    })));
  }

  /** Forgets everything and begins another conversation. */
  clear() {
    this.turns = [];
    this.keep();
  }
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, byte => ('0' + byte.toString(16)).slice(-2)).join('');
}
