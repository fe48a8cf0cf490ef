import { language, languages } from '/texts/chat.js';
import { button, el, fill } from './dom.js';

const YEAR_SECONDS = 31536000;

/** Shows the other languages as buttons, and says of a language that nobody vouches for yet that it is a sample. */
export function connectLanguages() {
  fill(document.getElementById('languages'), languages.filter(other => other.id !== language.id).map(other => {
    const choice = button('tool', other.name, () => choose(other.id));
    choice.lang = other.tag;
    return choice;
  }));
  if (language.sample)
    document.querySelector('header.site').appendChild(el('p', { class: 'banner sample', lang: 'zh-CN' }, language.sample));
}

function choose(id) {
  document.cookie = 'language=' + id + '; path=/; max-age=' + YEAR_SECONDS + '; samesite=lax';
  location.reload();
}
