import { tab } from './store.js';

const KEY = 'conversation';

/**
 * What was asked and answered in this tab. A turn is `{id, question, state, answer?, detail?, seconds?}`; its state is
 * `sending`, `offline` or `waiting` (not answered yet), `failed` (worth another try), `refused` (not worth one) or `answered`.
 */
export class Conversation {
  constructor() {
    const kept = tab.read(KEY);
    this.id = kept ? kept.id : randomId();
    this.turns = kept ? kept.turns : [];
  }

  /** Adds a question that is to be sent. */
  add(question) {
    const turn = { id: 't-' + randomId(), question, state: 'sending' };
    this.turns.push(turn);
    this.keep();
    return turn;
  }

  /** Writes the conversation down so that a reload finds it. */
  keep() {
    tab.write(KEY, { id: this.id, turns: this.turns });
  }

  /** Forgets everything and begins another conversation. */
  clear() {
    this.turns = [];
    this.id = randomId();
    this.keep();
  }
}

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, byte => ('0' + byte.toString(16)).slice(-2)).join('');
}
