// Drives the real botframework-directlinejs against a running server: node directline.mjs SCENARIO ADDRESS [SECRET]
// Ends with 0 when everything was as expected; says what was not and ends with 1 otherwise.
import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';

const [scenario, address, secret] = process.argv.slice(2);
const domain = address.replace(/\/$/, '') + '/v3/directline';
const PATIENCE_MS = 30000;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

// The client is made for browsers.
const { window } = new JSDOM('', { url: address });
for (const name of ['window', 'XMLHttpRequest', 'FormData', 'Blob', 'WebSocket', 'document'])
  globalThis[name] = name === 'window' ? window : window[name];
const { DirectLine, ConnectionStatus } = (await import('botframework-directlinejs')).default;

class Client {
  constructor(options) {
    this.activities = [];
    this.statuses = [];
    this.line = new DirectLine({ domain, pollingInterval: 200, ...options });
    this.line.connectionStatus$.subscribe(status => this.statuses.push(status));
    this.line.activity$.subscribe({ next: activity => this.activities.push(activity), error: () => {} });
  }

  post(activity) {
    return new Promise((resolve, reject) => this.line.postActivity(activity).subscribe(resolve, reject));
  }

  say(text, user = 'dl_test') {
    return this.post({ type: 'message', text, from: { id: user }, channelData: { clientActivityID: `${Math.random()}` } });
  }

  async until(what, found) {
    const start = Date.now();
    for (;;) {
      const result = found();
      if (result)
        return result;
      assert.ok(Date.now() - start < PATIENCE_MS, `${what} did not come; statuses ${this.statuses}; last: ${JSON.stringify(this.activities.slice(-3))}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  answerTo(id) {
    return this.until('the answer', () => this.activities.find(one => one.replyToId === id && one.type === 'message'));
  }

  end() {
    this.line.end();
  }
}

async function call(path, options = {}) {
  const response = await fetch(domain + path, { ...options, headers: { 'Content-Type': 'application/json', ...options.headers } });
  return { status: response.status, body: await response.json() };
}

const bearer = token => ({ Authorization: 'Bearer ' + token });

async function newToken(user = 'dl_test') {
  const { status, body } = await call('/tokens/generate', { method: 'POST', headers: bearer(secret), body: JSON.stringify({ user: { id: user } }) });
  assert.equal(status, 200);
  return body;
}

async function talk(webSocket) {
  const { token } = await newToken();
  const client = new Client({ token, webSocket });
  const greeting = await client.until('the greeting', () => client.activities.find(one => one.from.role === 'bot' && one.suggestedActions));
  assert.equal(greeting.suggestedActions.actions[0].type, 'imBack');
  const id = await client.say('老板拖欠工资不给怎么办');
  const echo = await client.until('the echo', () => client.activities.find(one => one.id === id));
  assert.equal(echo.from.id, 'dl_test');
  const answer = await client.answerTo(id);
  assert.ok(answer.text.length > 20);
  const claims = answer.entities.filter(one => one.type === 'https://schema.org/Claim');
  assert.ok(claims.length > 0);
  assert.ok(claims.every(one => one.name.includes('《') && one.url.startsWith(address.replace(/\/$/, '') + '/articles/')));
  assert.ok(answer.text.includes('[1]: ' + claims[0]['@id']));
  assert.ok(answer.suggestedActions.actions.some(one => one.type === 'call' && one.value === 'tel:12348'));
  const ids = client.activities.map(one => one.id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
  assert.ok(client.statuses.includes(ConnectionStatus.Online));
  client.end();
}

const scenarios = {
  'talks by polling': () => talk(false),
  'talks by stream': () => talk(true),

  async 'comes back with a watermark'() {
    const { token, conversationId } = await newToken();
    const first = new Client({ token, webSocket: true });
    await first.answerTo(await first.say('借钱给别人要不回来怎么办'));
    const watermark = first.line.watermark;
    first.end();
    for (const webSocket of [true, false]) {
      const again = new Client({ token, conversationId, watermark, webSocket });
      const id = await again.say('没签劳动合同怎么办');
      await again.answerTo(id);
      assert.equal(again.activities[0].text, '没签劳动合同怎么办');
      again.end();
    }

    const whole = new Client({ token, conversationId, webSocket: false });
    await whole.until('all that was said', () => whole.activities.filter(one => one.from.role === 'user').length === 3);
    whole.end();
  },

  async 'sends a picture'() {
    const { token } = await newToken();
    const client = new Client({ token, webSocket: true });
    await client.until('the line', () => client.statuses.includes(ConnectionStatus.Online));
    const id = await client.post({
      type: 'message', text: '', from: { id: 'dl_test' },
      attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,' + PNG, name: '欠条.png' }],
    });
    const echo = await client.until('the picture', () => client.activities.find(one => one.id === id));
    assert.equal(echo.attachments[0].name, '欠条.png');
    assert.equal(echo.attachments[0].contentType, 'image/png');
    const response = await fetch(echo.attachments[0].contentUrl);
    assert.equal(response.headers.get('content-type'), 'image/png');
    assert.equal(Buffer.from(await response.arrayBuffer()).toString('base64'), PNG);
    assert.equal((await fetch(echo.attachments[0].contentUrl.replace(/t=.*/, 't=x'))).status, 403);
    await client.answerTo(id);
    client.end();
  },

  async 'shows that the bot is writing'() {
    const { token } = await newToken();
    const client = new Client({ token, webSocket: true });
    for (let asked = 0; asked < 20 && !client.activities.some(one => one.type === 'typing'); asked++)
      await client.answerTo(await client.say('公司拖欠工资三个月还不签劳动合同，我想辞职，可以要哪些补偿，要去哪里告，要带什么材料？' + asked));
    assert.ok(client.activities.some(one => one.type === 'typing' && one.from.role === 'bot'));
    client.end();
  },

  async 'is shown a card'() {
    const { token } = await newToken();
    const client = new Client({ token, webSocket: true });
    const answer = await client.answerTo(await client.say('转人工'));
    assert.equal(answer.attachments[0].contentType, 'application/vnd.microsoft.card.hero');
    assert.ok(answer.attachments[0].content.buttons.some(one => one.value === 'tel:12348'));
    client.end();
  },

  async 'is answered once however often it sends'() {
    const { token, conversationId } = await newToken();
    const client = new Client({ token, webSocket: false });
    await client.until('the line', () => client.statuses.includes(ConnectionStatus.Online));
    const again = { type: 'message', text: '想离婚孩子归谁', from: { id: 'dl_test' }, channelData: { clientActivityID: 'same' } };
    const ids = await Promise.all(Array.from({ length: 8 }, () => client.post(structuredClone(again))));
    assert.equal(new Set(ids).size, 1);
    await client.answerTo(ids[0]);
    const { body } = await call(`/conversations/${conversationId}/activities`, { headers: bearer(token) });
    assert.equal(body.activities.filter(one => one.replyToId === ids[0] && one.type === 'message').length, 1);
    client.end();
  },

  async 'keeps to its own conversation'() {
    const [mine, other] = [await newToken(), await newToken('dl_other')];
    assert.equal((await call('/conversations', { method: 'POST', headers: bearer(mine.token) })).status, 201);
    assert.equal((await call('/conversations', { method: 'POST', headers: bearer(mine.token) })).status, 200);
    const foreign = await call(`/conversations/${mine.conversationId}/activities`, { headers: bearer(other.token) });
    assert.equal(foreign.status, 403);
    assert.equal(foreign.body.error.code, 'BadArgument');
    const client = new Client({ token: other.token, conversationId: mine.conversationId, webSocket: true });
    await client.until('the refusal', () => client.statuses.includes(ConnectionStatus.FailedToConnect));
    const bot = await call(`/conversations/${mine.conversationId}/activities`,
      { method: 'POST', headers: bearer(mine.token), body: JSON.stringify({ type: 'message', text: 'x', from: { id: 'legal-service', role: 'bot' } }) });
    assert.equal(bot.status, 403);
    const refreshed = await call('/tokens/refresh', { method: 'POST', headers: bearer(mine.token) });
    assert.equal(refreshed.body.conversationId, mine.conversationId);
    assert.equal(refreshed.body.expires_in, 1800);
  },

  async 'learns that its token is over'() {
    const { token, conversationId } = await newToken();
    const client = new Client({ token, webSocket: false });
    await client.until('the line', () => client.statuses.includes(ConnectionStatus.Online));
    await client.until('the end of the token', () => client.statuses.includes(ConnectionStatus.ExpiredToken));
    const over = await call(`/conversations/${conversationId}/activities`, { headers: bearer(token) });
    assert.equal(over.status, 403);
    assert.equal(over.body.error.code, 'TokenExpired');
    client.end();
  },
};

try {
  assert.ok(scenarios[scenario], `no scenario "${scenario}"`);
  await scenarios[scenario]();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
