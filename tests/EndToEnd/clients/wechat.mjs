// Exchanges messages in safe mode with a running server, encrypted by an implementation that is not ours (@wecom/crypto):
// node wechat.mjs SCENARIO ADDRESS TOKEN KEY APPID
// Ends with 0 when everything was as expected and says the figures; says what was not and ends with 1 otherwise.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import wecom from '@wecom/crypto';

const { decrypt, encrypt, getSignature } = wecom;
const [scenario, address, token, key, appId] = process.argv.slice(2);
const MESSAGES = 1000;
const AT_ONCE = 8;
const WORDS = ['谢谢', '您好', '有哪些热线电话', '你能干什么', '12345是干什么的', '附近的服务点在哪里', '民法典第一千零七十九条', '再见'];
const now = () => Math.floor(Date.now() / 1000);
const sha1 = parts => createHash('sha1').update([...parts].sort().join('')).digest('hex');
const xml = (user, id, text) => `<xml><ToUserName><![CDATA[gh_county]]></ToUserName><FromUserName><![CDATA[${user}]]></FromUserName>`
  + `<CreateTime>${now()}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId></xml>`;
const field = (text, name) => new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(text)?.[1];

// A signed call round an encrypted text; what is in changes takes the place of what it should be.
function call(plain, changes = {}) {
  const parts = { timestamp: `${now()}`, nonce: randomBytes(8).toString('hex'), sealed: encrypt(key, plain, appId), ...changes };
  const query = new URLSearchParams({
    signature: parts.signature ?? sha1([token, parts.timestamp, parts.nonce]),
    timestamp: parts.timestamp,
    nonce: parts.nonce,
    encrypt_type: 'aes',
    msg_signature: parts.msgSignature ?? getSignature(token, parts.timestamp, parts.nonce, parts.sealed),
  });
  return { query, body: parts.body ?? `<xml><ToUserName><![CDATA[gh_county]]></ToUserName><Encrypt><![CDATA[${parts.sealed}]]></Encrypt></xml>` };
}

async function send({ query, body }) {
  const response = await fetch(`${address.replace(/\/$/, '')}/wechat?${query}`, { method: 'POST', body, headers: { 'Content-Type': 'text/xml' } });
  return { status: response.status, text: await response.text() };
}

// What the server says, once its signature is found good; null when it says nothing.
function open({ status, text }) {
  assert.equal(status, 200);
  if (text === 'success' || text === '')
    return null;
  const sealed = field(text, 'Encrypt');
  assert.equal(field(text, 'MsgSignature'), getSignature(token, field(text, 'TimeStamp'), field(text, 'Nonce'), sealed), 'the signature of a reply');
  const opened = decrypt(key, sealed);
  assert.equal(opened.id, appId);
  return { to: field(opened.message, 'ToUserName'), text: field(opened.message, 'Content') };
}

async function each(count, work) {
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < count)
      await work(next++);
  }));
}

const scenarios = {
  async 'exchanges a thousand messages'() {
    const start = Date.now();
    let [answered, later, repeated, replayed] = [0, 0, 0, 0];
    await each(MESSAGES, async place => {
      const [user, id] = [`citizen-${place % 50}`, 7_000_000_000 + place];
      const first = call(xml(user, id, WORDS[place % WORDS.length]));
      const said = open(await send(first));
      assert.equal(said?.to ?? user, user);
      if (said)
        answered++;
      else
        later++;
      // WeChat tries again: the same message by another call says the same.
      if (place % 10 === 0 && said) {
        assert.equal(open(await send(call(xml(user, id, WORDS[place % WORDS.length]))))?.text, said.text);
        repeated++;
      }
      // A signed call with another message in it is a replay.
      if (place % 20 === 0) {
        const [timestamp, nonce] = [first.query.get('timestamp'), first.query.get('nonce')];
        assert.equal((await send(call(xml(user, id + 500_000, '删除我的记录'), { timestamp, nonce }))).status, 403);
        replayed++;
      }
    });
    console.log(`${MESSAGES} messages: ${answered} answered in the reply, ${later} later; ${repeated} repeated alike, ${replayed} replays refused; ${Date.now() - start} ms`);
  },

  async 'answers two hundred at once'() {
    const asked = ['老板拖欠工资不给怎么办', '想离婚孩子归谁', '别人欠我钱到期不还怎么办', '被车撞伤了钱由谁赔', '房东不退押金怎么办', '公司不签合同怎么办', '怎么申请法律援助', '买到假货怎么赔'];
    const round = async (name, users) => {
      const took = await Promise.all(Array.from({ length: users }, async (_, place) => {
        const start = Date.now();
        const said = open(await send(call(xml(`burst-${name}-${place}`, 8_000_000_000 + Math.floor(Math.random() * 1e9), asked[place % asked.length]))));
        return { ms: Date.now() - start, inReply: said !== null };
      }));
      const times = took.map(one => one.ms).sort((a, b) => a - b);
      console.log(`${name}: ${users} at once, ${took.filter(one => one.inReply).length} answered in the reply, the others later; ms p50 ${times[users >> 1]} p95 ${times[Math.floor(users * 0.95)]} last ${times[users - 1]}`);
    };
    await round('warm-up', 20);
    await round('burst', 200);
  },

  async 'refuses hostile bodies'() {
    const good = () => xml('citizen-x', 9_000_000_000 + Math.floor(Math.random() * 1e9), '您好');
    const hostile = [
      () => call(good(), { signature: 'f'.repeat(40) }), () => call(good(), { msgSignature: 'f'.repeat(40) }), () => call(good(), { msgSignature: '' }),
      () => call(good(), { timestamp: `${now() - 3600}` }), () => call(good(), { timestamp: `${now() + 3600}` }), () => call(good(), { timestamp: 'yesterday' }),
      () => call(good(), { timestamp: '-1' }), () => call(good(), { sealed: encrypt(key, good(), 'wx_another_account') }), () => call(good(), { sealed: 'bm90IHNlYWxlZA==' }),
      () => call(good(), { sealed: '!!!not base64!!!' }), () => call(good(), { sealed: '' }), () => call(good(), { sealed: encrypt(randomBytes(32).toString('base64').slice(0, 43), good(), appId) }),
      () => call(good(), { sealed: randomBytes(4096).toString('base64') }), () => call(''), () => call('not xml'), () => call('<xml>'), () => call('<xml></xml>'), () => call('{"json":true}'),
      () => call('<!DOCTYPE xml [<!ENTITY a "b">]><xml><MsgType>&a;</MsgType></xml>'), () => call('<!DOCTYPE xml SYSTEM "http://127.0.0.1:1/evil.dtd"><xml/>'),
      () => call('<!DOCTYPE l [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><xml><Content>&c;</Content></xml>'),
      () => call(good().replace(/<MsgId>.*<\/MsgId>/, '')), () => call(good().replace(/<FromUserName>.*?<\/FromUserName>/, '')), () => call(good().replace(/<CreateTime>.*?<\/CreateTime>/, '<CreateTime>soon</CreateTime>')),
      () => call(good().replace('[text]', '[]')), () => call(good(), { body: '' }), () => call(good(), { body: 'x'.repeat(200_000) }), () => call(good(), { body: '<xml><Encrypt/></xml>' }),
      () => call(good(), { body: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>' }), () => call(good(), { body: good() }),
      () => call(good(), { body: Buffer.from([0xff, 0xfe, 0x00, 0xd8]) }), () => call(good() + good()), () => call(`<xml>${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}</xml>`),
      () => call(good().replace('</xml>', '<Location_X>NaN</Location_X></xml>').replace('[text]', '[location]')),
    ];
    // Fifty of them: cut off, and with a byte turned.
    for (let place = hostile.length; place < 50; place++) {
      hostile.push(() => {
        const sealed = Buffer.from(encrypt(key, good(), appId), 'base64');
        if (place % 2 === 0)
          return call('', { sealed: sealed.subarray(0, sealed.length - 1 - place).toString('base64') });
        sealed[16 + (place % 16)] ^= 0x55;
        sealed[sealed.length - 1 - (place % 16)] ^= 0xaa;
        return call('', { sealed: sealed.toString('base64') });
      });
    }

    const statuses = {};
    for (const [place, make] of hostile.entries()) {
      const { status, text } = await send(make());
      assert.ok(status === 400 || status === 403 || status === 413, `hostile body ${place} got ${status}: ${text}`);
      assert.equal(text, '', `hostile body ${place} was told why`);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }

    assert.ok(open(await send(call(good())))?.text, 'the server still answers');
    console.log(`${hostile.length} hostile bodies refused: ${JSON.stringify(statuses)}`);
  },
};

try {
  await scenarios[scenario]();
} catch (error) {
  console.error(error.stack ?? error);
  process.exitCode = 1;
}
