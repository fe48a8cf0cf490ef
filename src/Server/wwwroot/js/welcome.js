import { patiently, readWelcome } from './api.js';
import { openDialog } from './dialog.js';
import { button, el, fill, icon } from './dom.js';
import { device } from './store.js';
import { t } from './texts.js';

const KEY = 'welcome';

/** Suggestions, hotlines and disclaimer; kept, so that the hotlines are there without a line. */
export class Welcome {
  constructor(onAsk) {
    this.onAsk = onAsk;
    this.content = device.read(KEY) || { disclaimer: '', suggestions: [], hotlines: [] };
    document.getElementById('more-calls').addEventListener('click', () => this.openHotlines());
    this.show();
  }

  get disclaimer() {
    return this.content.disclaimer;
  }

  /** Numbers that are links wherever they stand in a text. */
  get phones() {
    return new Set(this.content.hotlines.map(hotline => hotline.number));
  }

  /** Fetches them anew; a page without a line goes on with what it has. */
  async refresh() {
    try {
      this.content = await patiently(readWelcome, () => {}, () => true);
    } catch (error) {
      window.addEventListener('online', () => this.refresh(), { once: true });
      return;
    }
    device.write(KEY, this.content);
    this.show();
  }

  show() {
    document.getElementById('starting').hidden = true;
    const suggestions = document.getElementById('suggestions');
    suggestions.hidden = this.content.suggestions.length === 0;
    fill(suggestions.querySelector('ul'), this.content.suggestions.map(question => el('li', {},
      button('choice', question, () => this.onAsk(question)))));
    fill(document.getElementById('hotlines'), this.hotlines());
  }

  hotlines() {
    return this.content.hotlines.map(hotline => el('li', {},
      el('a', { href: 'tel:' + hotline.number }, icon('phone'), el('b', {}, hotline.number), ' ', el('span', {}, hotline.name)),
      el('p', {}, hotline.when)));
  }

  openHotlines() {
    const hotlines = this.hotlines();
    const content = hotlines.length > 0
      ? el('ul', { class: 'hotlines' }, hotlines)
      : el('p', {}, t('chat.calls.none'));
    openDialog(t('chat.calls.title'), [content], [{ label: t('chat.calls.close') }]);
  }
}
