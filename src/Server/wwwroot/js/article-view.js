import { announce } from './announcer.js';
import { patiently, readArticle } from './api.js';
import { button, el, fill, icon } from './dom.js';
import { chineseDate, statusBadge } from './status.js';
import { t } from './texts.js';

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
    put(place, title(name), el('p', {}, t('chat.law.opening')));
    document.title = t('chat.law.pageTitle', name);
    window.scrollTo(0, 0);
    try {
      const article = await patiently(
        () => readArticle(wanted.law, wanted.article, wanted.asOf),
        error => put(place, title(name), el('p', {}, t('chat.law.again', error.detail))),
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
      asOf ? el('p', { class: 'notice' }, t('chat.law.asOf', chineseDate(asOf)), el('a', { href: withoutDay(article.url) }, t('chat.law.today'))) : null,
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
        ? el('p', {}, t('chat.law.gone'))
        : button('button', t('chat.law.retry'), retry),
      el('p', {}, t('chat.law.callBefore') + ' ', el('a', { class: 'phone', href: 'tel:12348' }, '12348'), t('chat.law.callAfter')));
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
  return dates.inForceTo ? t('chat.law.period', chineseDate(dates.inForceFrom), chineseDate(dates.inForceTo)) : t('chat.law.from', chineseDate(dates.inForceFrom));
}

function explain(status) {
  switch (status) {
    case 'notYetInForce': return t('chat.law.notYet');
    case 'repealed': return t('chat.law.repealed');
    default: return t('chat.law.amended');
  }
}

function gist(article) {
  return article.gist ? el('section', { class: 'gist' },
    el('h2', {}, t('chat.law.plain')),
    el('p', {}, article.gist),
    article.gistIsStale ? el('p', { class: 'notice' }, t('chat.law.stale')) : null) : null;
}

function text(article) {
  const words = article.text
    ? article.text.split('\n').filter(line => line.trim()).map(line => el('p', { class: ITEM.test(line.trim()) ? 'item' : null }, line.trim()))
    : el('p', { class: 'missing' }, t('chat.law.noText'),
      el('a', { href: DATABASE, rel: 'noopener noreferrer' }, 'flk.npc.gov.cn'));
  return el('section', { class: 'original' }, el('h2', {}, t('chat.law.text')), words);
}

function versions(article) {
  if (article.versions.length < 2)
    return null;
  const line = version => [statusBadge(version.status), period(version) || t('chat.law.noDate')];
  const isShown = version => version.inForceFrom === article.inForceFrom && version.inForceTo === article.inForceTo;
  return el('section', { class: 'versions' },
    el('h2', {}, t('chat.law.versions')),
    el('ul', {}, article.versions.map(version => el('li', {}, isShown(version)
      ? el('span', { class: 'version', 'aria-current': 'true' }, line(version), el('span', { class: 'now' }, t('chat.law.shown')))
      : el('a', { class: 'version', href: version.url }, line(version))))));
}

function neighbours(article) {
  const link = (neighbour, label) => neighbour
    ? el('a', { class: 'neighbour', href: neighbour.url }, el('span', {}, t('chat.law.neighbour', label, neighbour.article)), neighbour.caption ? el('small', {}, neighbour.caption) : null)
    : null;
  return el('nav', { class: 'neighbours', 'aria-label': t('chat.law.neighbours') }, link(article.previous, t('chat.law.previous')), link(article.next, t('chat.law.next')));
}

function withoutDay(url) {
  return url.split('?')[0];
}

function copyButton(path) {
  const made = button('button copy', t('chat.law.copy'), async () => {
    made.textContent = await copy(location.origin + path) ? t('chat.law.copied') : t('chat.law.notCopied');
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
