import { answerOf } from './activity.js';
import { patiently } from './api.js';
import { device } from './store.js';
import { t } from './texts.js';

const KEY = 'unsent';

/** Sends questions one after another, and keeps each on the phone until it is answered or refused. */
export class Outbox {
  /** @param {function(Object)} onChange Told of a turn whose state has changed. */
  constructor(conversation, line, onChange) {
    this.conversation = conversation;
    this.line = line;
    this.onChange = onChange;
    this.queue = [];
    this.isBusy = false;
    window.addEventListener('online', () => this.resume());
  }

  /** Sends a turn's question as soon as those before it are through. */
  send(turn) {
    keepUnsent(unsent => { unsent[turn.id] = turn.question; });
    this.queue.push(turn);
    this.change(turn, navigator.onLine ? 'sending' : 'offline');
    this.work();
  }

  /** Sends a file at once. It is not kept on the phone: when it does not get through, the citizen chooses it again. */
  async sendFile(turn, file) {
    this.change(turn, 'sending');
    const result = await this.line.upload(file, turn.id).then(answered, error => ({ state: 'lost', detail: error.detail }));
    this.change(turn, result.state, result);
  }

  /** Sends again what is not through, after a reload or when the line is back. */
  resume() {
    const open = ['sending', 'offline', 'waiting', 'failed'];
    this.conversation.turns.filter(turn => turn.isFile && open.indexOf(turn.state) >= 0).forEach(turn => this.change(turn, 'lost', { detail: t('chat.turn.fileLost') }));
    this.conversation.turns
      .filter(turn => !turn.isFile && open.indexOf(turn.state) >= 0 && this.queue.indexOf(turn) < 0)
      .forEach(turn => this.send(turn));
    this.work();
  }

  /** Questions that another page left unsent; they are handed over once. */
  takeOver() {
    const own = this.conversation.turns.map(turn => turn.id);
    const left = [];
    keepUnsent(unsent => Object.keys(unsent).filter(id => own.indexOf(id) < 0).forEach(id => {
      left.push(unsent[id]);
      delete unsent[id];
    }));
    return left;
  }

  /** Forgets everything that was not sent. */
  clear() {
    this.queue = [];
    device.write(KEY, {});
  }

  async work() {
    if (this.isBusy)
      return;
    this.isBusy = true;
    try {
      while (this.queue.length > 0 && navigator.onLine)
        await this.sendFirst(this.queue[0]);
    } finally {
      this.isBusy = false;
    }
  }

  async sendFirst(turn) {
    const isWanted = () => this.queue[0] === turn;
    const call = () => {
      this.change(turn, 'sending');
      return this.line.say(turn.question, turn.id);
    };
    const onWait = error => this.change(turn, 'waiting', { detail: error.detail, seconds: error.retryAfter });
    const result = await patiently(call, onWait, isWanted).then(answered, failure);
    if (!isWanted())
      return;
    if (result.state === 'failed' && !navigator.onLine)
      this.change(turn, 'offline');
    else
      this.finish(turn, result);
  }

  finish(turn, result) {
    this.queue.shift();
    if (result.state !== 'failed')
      keepUnsent(unsent => { delete unsent[turn.id]; });
    this.change(turn, result.state, result);
  }

  change(turn, state, more) {
    Object.assign(turn, { state, detail: null, seconds: null }, more);
    this.conversation.keep();
    this.onChange(turn);
  }
}

function answered(said) {
  return { state: 'answered', activityId: said.id, answers: said.answers.map(answerOf) };
}

function failure(error) {
  const isRefused = error.status >= 400 && error.status < 500;
  return { state: isRefused ? 'refused' : 'failed', detail: error.detail };
}

function keepUnsent(edit) {
  const unsent = device.read(KEY) || {};
  edit(unsent);
  device.write(KEY, unsent);
}
