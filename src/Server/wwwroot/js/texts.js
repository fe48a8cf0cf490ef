import { language, texts } from '/texts/chat.js';

/** Says a text of `corpus/texts` in the language of the page, with values in its places {0}, {1}, ... */
export function t(key, ...values) {
  return (texts[key] || key).replace(/\{(\d)\}/g, (place, index) => String(values[index]));
}

/** Puts the language's texts where the page's HTML has Chinese ones. */
export function translatePage() {
  document.documentElement.lang = language.tag;
  document.querySelectorAll('[data-text]').forEach(element => fillText(element, t(element.dataset.text)));
  document.querySelectorAll('[data-label]').forEach(element => element.setAttribute('aria-label', t(element.dataset.label)));
  document.querySelectorAll('[data-placeholder]').forEach(element => element.setAttribute('placeholder', t(element.dataset.placeholder)));
}

/** Replaces what an element holds by a text. */
export function fillText(element, text) {
  element.textContent = '';
  element.appendChild(textNode(element.ownerDocument, text));
}

/** Text that is written downwards stands in an element of its own, wherever it is shown: it runs down and its columns from left to right. */
export function textNode(document, text) {
  if (!DOWNWARDS.test(text))
    return document.createTextNode(text);
  const upright = document.createElement('span');
  upright.className = 'script-vertical-run';
  upright.textContent = text;
  return upright;
}

/** Traditional Mongolian. */
const DOWNWARDS = /[\u1820-\u18aa]/;
