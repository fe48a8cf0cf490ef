import { announce } from './announcer.js';
import { patiently, readArticle } from './api.js';
import { button, el, fill, icon } from './dom.js';
import { chineseDate, statusBadge } from './status.js';

const ITEM = /^(?:（[一二三四五六七八九十百]+）|\(?\d{1,2}[.)．、）])/;
const DATABASE = 'https://flk.npc.gov.cn/';

/** Shows an article of law. */
export class ArticleView {
  /** @param {function()} onClose Goes to the conversation. */
  constructor(onClose) {
    this.root = document.getElementById('article');
    this.onClose = onClose;
    this.wanted = null;
  }

  /**
   * @param {Object} wanted `{law, article, asOf}`; `asOf` is null for today.
   * @param {string} backLabel What the way to the conversation is called.
   */
  async show(wanted, backLabel) {
    this.wanted = wanted;
    const name = '《' + wanted.law + '》' + wanted.article;
    const place = el('article', { class: 'statute', 'aria-labelledby': 'article-title' });
    fill(this.root, el('div', { class: 'article-bar' }, button('back', [icon('back'), backLabel], this.onClose)), place);
    put(place, title(name), el('p', {}, '正在打开……'));
    document.title = name + ' · 公共法律服务';
    window.scrollTo(0, 0);
    try {
      const article = await patiently(
        () => readArticle(wanted.law, wanted.article, wanted.asOf),
        error => put(place, title(name), el('p', {}, error.detail + ' 页面会自动再试。')),
        () => this.wanted === wanted);
      if (this.wanted === wanted)
        this.draw(place, article, wanted.asOf);
    } catch (error) {
      if (this.wanted === wanted)
        this.drawError(place, name, error, () => this.show(wanted, backLabel));
    }
  }

  /** Nobody looks at the article any more. */
  leave() {
    this.wanted = null;
  }

  draw(place, article, asOf) {
    put(place,
      el('p', { class: 'law' }, article.title),
      article.headings.length > 0 ? el('p', { class: 'headings' }, article.headings.join(' › ')) : null,
      title(article.article, article.caption),
      el('p', { class: 'facts' }, statusBadge(article.status), el('span', {}, period(article))),
      asOf ? el('p', { class: 'notice' }, '您看的是' + chineseDate(asOf) + '那一天的法律。', el('a', { href: withoutDay(article.url) }, '看今天的')) : null,
      article.status === 'inForce' || asOf ? null : el('p', { class: 'notice' }, explain(article.status)),
      gist(article),
      text(article),
      versions(article),
      neighbours(article),
      copyButton(withoutDay(article.url) + (asOf ? '?asOf=' + asOf : '')));
  }

  drawError(place, name, error, retry) {
    const isGone = error.status >= 400 && error.status < 500;
    put(place,
      title(name),
      el('p', { class: 'notice', role: 'alert' }, error.detail),
      isGone
        ? el('p', {}, '可以回去核对一下法律的名字和条号，或者直接说说您遇到的事。')
        : button('button', '再试一次', retry),
      el('p', {}, '要和人谈，打 ', el('a', { class: 'phone', href: 'tel:12348' }, '12348'), '，免费。'));
  }
}

/** Shows something else; the focus goes to its title. */
function put(place, ...content) {
  fill(place, content);
  place.querySelector('h1').focus();
}

function title(name, caption) {
  return el('h1', { id: 'article-title', tabindex: '-1' }, name, caption ? el('span', { class: 'caption' }, caption) : null);
}

function period(dates) {
  if (!dates.inForceFrom)
    return '';
  return chineseDate(dates.inForceFrom) + (dates.inForceTo ? '至' + chineseDate(dates.inForceTo) : '起施行');
}

function explain(status) {
  switch (status) {
    case 'notYetInForce': return '这一条还没有开始施行，现在还不适用。';
    case 'repealed': return '这一条已经废止，现在不再适用。';
    default: return '这一条后来改过，这里是改之前的样子。';
  }
}

function gist(article) {
  return article.gist ? el('section', { class: 'gist' },
    el('h2', {}, '大白话'),
    el('p', {}, article.gist),
    article.gistIsStale ? el('p', { class: 'notice' }, '这一条最近改过，上面的说明还没有重新核对，请以原文为准。') : null) : null;
}

function text(article) {
  const words = article.text
    ? article.text.split('\n').filter(line => line.trim()).map(line => el('p', { class: ITEM.test(line.trim()) ? 'item' : null }, line.trim()))
    : el('p', { class: 'missing' }, '这里还没有装入原文。原文可以到国家法律法规数据库查：',
      el('a', { href: DATABASE, rel: 'noopener noreferrer' }, 'flk.npc.gov.cn'));
  return el('section', { class: 'original' }, el('h2', {}, '原文'), words);
}

function versions(article) {
  if (article.versions.length < 2)
    return null;
  const line = version => [statusBadge(version.status), period(version) || '施行日期不详'];
  const isShown = version => version.inForceFrom === article.inForceFrom && version.inForceTo === article.inForceTo;
  return el('section', { class: 'versions' },
    el('h2', {}, '各个时候的版本'),
    el('ul', {}, article.versions.map(version => el('li', {}, isShown(version)
      ? el('span', { class: 'version', 'aria-current': 'true' }, line(version), el('span', { class: 'now' }, '正在看'))
      : el('a', { class: 'version', href: version.url }, line(version))))));
}

function neighbours(article) {
  const link = (neighbour, label) => neighbour
    ? el('a', { class: 'neighbour', href: neighbour.url }, el('span', {}, label + '：' + neighbour.article), neighbour.caption ? el('small', {}, neighbour.caption) : null)
    : null;
  return el('nav', { class: 'neighbours', 'aria-label': '前后条文' }, link(article.previous, '上一条'), link(article.next, '下一条'));
}

function withoutDay(url) {
  return url.split('?')[0];
}

function copyButton(path) {
  const made = button('button copy', '复制这一条的链接', async () => {
    made.textContent = await copy(location.origin + path) ? '链接复制好了' : '没有复制成，请长按地址栏复制';
    announce(made.textContent);
  });
  return made;
}

/** Old webviews, and pages without https, copy from a selected field. */
async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch (error) {
    const field = el('textarea', { class: 'visually-hidden', readonly: true }, address);
    document.body.appendChild(field);
    field.select();
    const isCopied = document.execCommand('copy');
    document.body.removeChild(field);
    return isCopied;
  }
}
