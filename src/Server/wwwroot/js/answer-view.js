import { parseAnswer } from './answer-text.js';
import { button, el, icon } from './dom.js';
import { inline } from './inline.js';
import { chineseDate, statusBadge } from './status.js';
import { t } from './texts.js';

/** Said by the button under an answer; the bot hears it as any words of that kind. */
const MISSED = '没答到点子上';

/** Draws answers. */
export class AnswerView {
  /**
   * @param {FormView} formView Draws what belongs to a form, a booking or a look-up.
   * @param {function(string)} onAsk Asks a question that is offered.
   */
  constructor(welcome, speech, formView, onAsk) {
    this.welcome = welcome;
    this.formView = formView;
    this.speech = speech;
    this.onAsk = onAsk;
  }

  /** @param {boolean} isNew False for an answer that was there before, whose alarm must not be announced again. */
  draw(answer, isNew) {
    if (answer.dialog)
      return this.formView.draw(answer, text => this.inline(text), this.speech.button(answer.text));
    const text = parseAnswer(answer.text, this.welcome.disclaimer);
    const isUrgent = answer.outcome === 'urgent';
    return el('div', { class: 'answer' },
      isUrgent ? this.alarm(text.first, answer.nextSteps.filter(step => step.phone), isNew) : null,
      el('div', { class: 'answer-head' }, el('span', {}, t('chat.answer.title')), this.speech.button(spoken(text, answer.text))),
      isUrgent ? null : this.blocks(text.first, answer.citations),
      this.blocks(text.rest, answer.citations),
      text.disclaimer ? el('p', { class: 'disclaimer' }, this.inline(text.disclaimer)) : null,
      this.choices(answer.nextSteps),
      this.actions(isUrgent ? answer.nextSteps.filter(step => !step.phone) : answer.nextSteps),
      this.citations(answer),
      isUrgent || answer.citations.length === 0 ? null : el('p', { class: 'verdict' }, button('quiet', MISSED, () => this.onAsk(MISSED))));
  }

  alarm(blocks, calls, isNew) {
    return el('div', { class: 'alarm', role: isNew ? 'alert' : null },
      el('p', { class: 'alarm-title' }, t('chat.answer.alarm')),
      this.blocks(blocks, []),
      el('div', { class: 'alarm-calls' }, calls.map(callButton)));
  }

  /** Text with its telephone numbers as links. */
  inline(text) {
    return inline(text, this.welcome.phones, []);
  }

  blocks(blocks, citations) {
    const inner = text => inline(text, this.welcome.phones, citations);
    const items = list => list.map(item => el('li', {}, inner(item)));
    return blocks.map(block => {
      switch (block.kind) {
        case 'heading': return el('h3', {}, block.text);
        case 'steps': return el('ol', {}, items(block.items));
        case 'list': return el('ul', {}, items(block.items));
        default: return el('p', {}, block.label ? el('b', {}, block.label + '：') : null, inner(block.text));
      }
    });
  }

  choices(steps) {
    const choices = steps.map(step => ({ label: step.label, question: questionIn(step) })).filter(choice => choice.question);
    return choices.length === 0 ? null : el('ul', { class: 'suggestions', 'aria-label': t('chat.answer.suggestions') }, choices.map(choice => el('li', {},
      button('choice', choice.label, () => this.onAsk(choice.question)))));
  }

  actions(steps) {
    const buttons = steps.map(step => this.action(step)).filter(button => button);
    return buttons.length === 0 ? null : el('section', { class: 'actions' }, el('h3', {}, t('chat.answer.next')), buttons);
  }

  action(step) {
    if (step.phone)
      return callButton(step);
    if (step.service)
      return button('button', step.label, () => this.onAsk(step.label));
    return isOwnPath(step.url) && !questionIn(step) ? el('a', { class: 'button', href: step.url }, step.label) : null;
  }

  citations(answer) {
    return answer.citations.length === 0 ? null : el('section', { class: 'citations' },
      el('h3', {}, t('chat.answer.laws')),
      el('ul', {}, answer.citations.map(citation => el('li', {}, card(citation, answer.text)))));
  }
}

function card(citation, answerText) {
  const words = citation.gist || citation.quote;
  const isSaid = !words || answerText.indexOf(words) >= 0;
  return el(isOwnPath(citation.url) ? 'a' : 'div', { class: 'card', href: isOwnPath(citation.url) ? citation.url : null },
    el('span', { class: 'card-name' }, '《' + citation.law + '》' + citation.article),
    citation.caption ? el('span', { class: 'card-caption' }, citation.caption) : null,
    el('span', { class: 'card-facts' },
      statusBadge(citation.status),
      citation.inForceFrom ? el('span', {}, t('chat.law.from', chineseDate(citation.inForceFrom))) : null),
    isSaid ? null : el('span', { class: 'card-words' }, citation.gist ? words : '“' + words + '”'),
    el('span', { class: 'card-more' }, t('chat.answer.article')));
}

function callButton(step) {
  return el('a', { class: 'button call', href: 'tel:' + step.phone }, icon('phone'), el('span', {}, step.label));
}

function questionIn(step) {
  return step.url && step.url.indexOf('/#q=') === 0 ? decodeURIComponent(step.url.slice(4)) : null;
}

function isOwnPath(url) {
  return Boolean(url) && /^\/(?!\/)/.test(url);
}

function spoken(text, all) {
  return text.disclaimer ? all.slice(0, all.lastIndexOf(text.disclaimer)) : all;
}
