import { language, languages } from '/texts/chat.js';
import { button, el, fill } from './dom.js';

const YEAR_SECONDS = 31536000;

// What a language is called in Chinese, where this device cannot draw its letters.
const inChinese = new Intl.DisplayNames('zh-CN', { type: 'language', languageDisplay: 'dialect' });

/** Shows the other languages as buttons, and says of a language that nobody vouches for yet that it is a sample. */
export function connectLanguages() {
  fill(document.getElementById('languages'), languages.filter(other => other.id !== language.id).map(other => {
    const choice = button('tool', other.name, () => choose(other.id));
    choice.lang = other.tag;
    if (other.tag.startsWith('mn'))
      sayInChineseUnlessDrawn(choice, other);
    return choice;
  }));
  if (language.sample)
    document.querySelector('header.site').appendChild(el('p', { class: 'banner sample', lang: 'zh-CN' }, language.sample));
}

function choose(id) {
  document.cookie = 'language=' + id + '; path=/; max-age=' + YEAR_SECONDS + '; samesite=lax';
  location.reload();
}

/** A font of the page's own is there or not; the machine's own is not asked for, for no page can tell what it draws. */
async function sayInChineseUnlessDrawn(choice, other) {
  const faces = await document.fonts.load('1em "Noto Sans Mongolian"', other.name).catch(() => []);
  if (faces.length === 0) {
    choice.textContent = inChinese.of(other.tag.split('-', 1)[0]);
    choice.lang = 'zh-CN';
  }
}
