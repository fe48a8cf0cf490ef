import { el } from './dom.js';

const DIGITS = /\d[\d-]*\d/g;
const LINE_OR_MOBILE = /^(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})$/;

/** What follows a number that counts something: 120 元 is no telephone. */
const COUNTED = /^\s*(?:条|元|块|天|日|月|年|个|岁|平|亩|万|亿|千|百|分|%|％|次|倍|斤|周|公里|公斤|小时|号令)/;

/**
 * Text with its telephone numbers and its articles as links.
 *
 * @param {Set<string>} phones Numbers of hotlines.
 * @param {Array} citations Articles of the answer; their names in the text become links.
 */
export function inline(text, phones, citations) {
  const names = {};
  citations.forEach(citation => { names['《' + citation.law + '》' + citation.article] = citation; });
  const pattern = Object.keys(names).sort((a, b) => b.length - a.length).map(escape).join('|');
  const parts = pattern ? text.split(new RegExp('(' + pattern + ')')) : [text];
  return parts.map(part => names[part]
    ? el('a', { href: names[part].url }, part)
    : withPhones(part, phones));
}

function withPhones(text, phones) {
  const pieces = [];
  let done = 0;
  text.replace(DIGITS, (number, at) => {
    const isCounted = text.charAt(at - 1) === '第' || COUNTED.test(text.slice(at + number.length));
    if (isCounted || !(phones.has(number) || LINE_OR_MOBILE.test(number)))
      return;
    pieces.push(text.slice(done, at), el('a', { href: 'tel:' + number, class: 'phone' }, number));
    done = at + number.length;
  });
  pieces.push(text.slice(done));
  return pieces;
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
