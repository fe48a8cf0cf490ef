import { ApiError } from './api.js';
import { tab } from './store.js';
import { t } from './texts.js';

const KEY = 'line';
const BASE = '/v3/directline';
const TIMEOUT_MS = 30000;
const UPLOAD_TIMEOUT_MS = 120000;
const RENEW_BEFORE_MS = 60000;
const AGAIN_MS = 5000;
const MOST_STREAM_FAILURES = 3;
const RATE_RETRY_SECONDS = 10;

/**
 * A conversation over Direct Line 3.0 (docs/decisions/0015-bot-protocol.md). The server keeps it; this tab keeps which one it is, so that a reload goes on
 * with it. What comes is brought by a WebSocket, and fetched where that is blocked.
 */
export class DirectLine {
  /** @param {function(Object)} onActivity Told of every activity as it comes; one may come twice. */
  constructor(onActivity) {
    this.onActivity = onActivity;
    this.line = tab.read(KEY);
    this.socket = null;
    this.failures = 0;
  }

  /**
   * Says something and returns when it is answered.
   *
   * @param {string} mark By which the server knows a repetition: it is answered once.
   * @returns {Promise<{id: string, answers: Object[]}>} The activity's id and what the bot said to it.
   */
  async say(text, mark) {
    const { id } = await this.call(line => post('/conversations/' + line.conversationId + '/activities', line.token, {
      type: 'message', text, locale: 'zh-CN', channelData: { clientActivityID: mark },
    }));
    const activities = await this.read(place(id));
    this.listen();
    return { id, answers: activities.filter(activity => activity.type === 'message' && activity.replyToId === id) };
  }

  /** Sends a file as a message and returns when it is answered, like `say`. */
  async upload(file, mark) {
    const { id } = await this.call(line => {
      const form = new FormData();
      form.append('activity', JSON.stringify({ type: 'message', locale: 'zh-CN', channelData: { clientActivityID: mark } }));
      form.append('file', file, file.name);
      return request('/conversations/' + line.conversationId + '/upload', { method: 'POST', headers: headers(line.token), body: form }, UPLOAD_TIMEOUT_MS);
    });
    const activities = await this.read(place(id));
    this.listen();
    return { id, answers: activities.filter(activity => activity.type === 'message' && activity.replyToId === id) };
  }

  /** Goes on listening after a reload. */
  resume() {
    if (this.line)
      this.listen();
  }

  /** Ends the conversation for this tab; the next one begins anew, as somebody else. */
  forget() {
    this.close();
    this.line = null;
    this.isStranger = true;
    tab.write(KEY, null);
  }

  /** Everything after a place. */
  async read(after) {
    const set = await this.call(line => get('/conversations/' + line.conversationId + '/activities?watermark=' + after, line.token));
    this.take(set);
    return set.activities;
  }

  take(set) {
    if (!this.line)
      return;
    if (Number(set.watermark) > Number(this.line.watermark || 0)) {
      this.line.watermark = set.watermark;
      tab.write(KEY, this.line);
    }
    set.activities.forEach(activity => this.onActivity(activity));
  }

  /** Calls with a token that is good; with a new one, or in a new conversation, when the server says so. */
  async call(send) {
    for (let attempt = 0; ; attempt++) {
      const line = await this.ready();
      try {
        return await send(line);
      } catch (error) {
        const isOver = error.status === 403 || error.status === 401;
        if (attempt > 1 || !(isOver || error.status === 404))
          throw error;
        this.close();
        if (isOver && attempt === 0)
          line.expires = 0;
        else
          this.line = null;
      }
    }
  }

  /** One at a time, so that two questions do not begin two conversations. */
  ready() {
    if (!this.readying)
      this.readying = this.prepare().then(line => { this.readying = null; return line; }, error => { this.readying = null; throw error; });
    return this.readying;
  }

  async prepare() {
    if (this.line && this.line.expires - Date.now() > RENEW_BEFORE_MS)
      return this.line;
    const known = this.line;
    const given = await this.token(known);
    const isKnown = known && given.conversationId === known.conversationId;
    const started = isKnown ? given : await post('/conversations', given.token);
    this.line = {
      conversationId: started.conversationId,
      token: started.token,
      expires: Date.now() + started.expires_in * 1000,
      watermark: isKnown ? known.watermark : '',
    };
    this.isStranger = false;
    tab.write(KEY, this.line);
    return this.line;
  }

  async token(known) {
    if (known && known.expires > Date.now()) {
      try {
        return await post('/tokens/refresh', known.token);
      } catch (error) {
        if (error.status !== 403)
          throw error;
      }
    }
    return post('/tokens/generate', null, { conversationId: known ? known.conversationId : undefined, isStranger: this.isStranger || undefined });
  }

  /** Opens the stream unless it is open. */
  async listen() {
    if (this.socket || this.timer)
      return;
    this.socket = 'opening';
    try {
      const { streamUrl } = await this.call(line => get('/conversations/' + line.conversationId + '?watermark=' + (line.watermark || ''), line.token));
      if (this.socket !== 'opening' || !this.line)
        return;
      this.open(streamUrl);
    } catch (error) {
      this.again();
    }
  }

  open(streamUrl) {
    const socket = new WebSocket(streamUrl);
    this.socket = socket;
    socket.onopen = () => { this.failures = 0; };
    socket.onmessage = message => message.data && this.take(JSON.parse(message.data));
    socket.onclose = () => {
      if (this.socket === socket)
        this.again();
    };
  }

  /** After a while: fetches what came meanwhile, and tries the stream again unless it has failed too often. */
  again() {
    this.socket = null;
    this.failures++;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      this.timer = null;
      if (!this.line)
        return;
      if (!document.hidden && navigator.onLine)
        await this.read(this.line.watermark || '').catch(() => {});
      if (this.failures < MOST_STREAM_FAILURES)
        this.listen();
      else
        this.again();
    }, AGAIN_MS);
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
    const socket = this.socket;
    this.socket = null;
    if (socket && socket.close)
      socket.close();
  }
}

/** The number in an activity's id, which is also a watermark. */
function place(id) {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}

function get(path, token) {
  return request(path, { headers: headers(token) });
}

function post(path, token, body) {
  const isJson = body !== undefined;
  return request(path, {
    method: 'POST',
    headers: Object.assign(headers(token), isJson ? { 'Content-Type': 'application/json' } : {}),
    body: isJson ? JSON.stringify(body) : undefined,
  });
}

function headers(token) {
  return token ? { Authorization: 'Bearer ' + token } : {};
}

async function request(path, options, timeout = TIMEOUT_MS) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  try {
    const response = await fetch(BASE + path, Object.assign({ signal: abort.signal }, options));
    if (response.ok)
      return await response.json();
    throw await failureOf(response);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(t('chat.line.failed'), 0, 0);
  } finally {
    clearTimeout(timer);
  }
}

async function failureOf(response) {
  const { error } = await response.json().catch(() => ({}));
  const said = parseInt(response.headers.get('Retry-After'), 10);
  const wait = response.status === 429 || response.status === 503 ? said || RATE_RETRY_SECONDS : 0;
  return new ApiError((error && error.message) || t('chat.line.broken'), response.status, wait);
}
