import { answerOf } from './activity.js';
import { AnswerView } from './answer-view.js';
import { ArticleView } from './article-view.js';
import { Composer } from './composer.js';
import { connectBanner } from './connection.js';
import { ConversationView } from './conversation-view.js';
import { Conversation } from './conversation.js';
import { openDialog } from './dialog.js';
import { DirectLine } from './direct-line.js';
import { el } from './dom.js';
import { FormView } from './form-view.js';
import { connectLanguages } from './language.js';
import { Outbox } from './outbox.js';
import { Router } from './router.js';
import { connectSettings } from './settings.js';
import { Speech } from './speech.js';
import { t, translatePage } from './texts.js';
import { Welcome } from './welcome.js';

translatePage();
const TITLE = document.title;
const LONGEST_LINKED_QUESTION = 2000;
const chat = document.getElementById('chat');
const article = document.getElementById('article');
const clearButton = document.getElementById('clear');

const conversation = new Conversation();
const speech = new Speech();
const welcome = new Welcome(ask);
const composer = new Composer(ask);
const view = new ConversationView(new AnswerView(welcome, speech, new FormView(ask, sendFile), ask), {
  retry: turn => outbox.send(turn),
  edit: turn => {
    composer.put(turn.question);
    composer.focus();
  },
});
const line = new DirectLine(hear);
const outbox = new Outbox(conversation, line, turn => view.update(turn));
const articleView = new ArticleView(() => router.close());
const router = new Router(showArticle, showChat);

function ask(question, shown) {
  clearButton.hidden = false;
  outbox.send(conversation.add(question, shown ? { shown } : {}));
}

function sendFile(file) {
  clearButton.hidden = false;
  outbox.sendFile(conversation.add(t('chat.question.file', file.name), { isFile: true }), file);
}

function hear(activity) {
  const isFromService = activity.from && activity.from.role === 'bot';
  if (isFromService && activity.type === 'typing')
    view.typing();
  if (!isFromService || activity.type !== 'message')
    return;
  const turn = conversation.hear(answerOf(activity), activity.replyToId);
  if (turn) {
    clearButton.hidden = false;
    view.update(turn);
  }
}

function askLinkedQuestion() {
  const question = router.takeQuestion();
  if (question && question.length <= LONGEST_LINKED_QUESTION)
    ask(question);
  else if (question)
    composer.put(question);
}

function showArticle(wanted) {
  speech.stop();
  view.settle();
  chat.hidden = true;
  article.hidden = false;
  articleView.show(wanted, history.state && history.state.isOverChat ? t('chat.law.back') : t('chat.law.ask'));
}

function showChat(place) {
  const wasHidden = chat.hidden;
  articleView.leave();
  article.hidden = true;
  chat.hidden = false;
  document.title = TITLE;
  if (!wasHidden || !place || place.scroll === undefined)
    return;
  const link = document.getElementById(place.focus);
  if (link)
    link.focus();
  window.scrollTo(0, place.scroll);
}

function confirmClear() {
  openDialog(t('chat.clear.title'), [el('p', {}, t('chat.clear.warning'))], [
    { label: t('chat.clear.no') },
    { label: t('chat.clear.yes'), kind: 'danger', run: clear },
  ]);
}

function clear() {
  speech.stop();
  outbox.clear();
  line.forget();
  conversation.clear();
  view.clear();
  composer.clear();
  clearButton.hidden = true;
  if (router.isOnArticle)
    router.close();
  document.getElementById('main').focus();
  window.scrollTo(0, 0);
}

clearButton.addEventListener('click', confirmClear);
clearButton.hidden = conversation.turns.length === 0;
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  document.getElementById('main').focus();
});
window.addEventListener('hashchange', askLinkedQuestion);
window.addEventListener('pagehide', () => speech.stop());

connectBanner();
connectLanguages();
connectSettings(() => composer.fit());
view.restore(conversation.turns);
outbox.takeOver().forEach(question => composer.put(question));
router.route();
askLinkedQuestion();
outbox.resume();
line.resume();
welcome.refresh();
