import { connectSettings } from './settings.js';

/* The pages work without this. It makes type large, prints, and lets the browser's own back and forward buttons walk through a form without a warning. */

const main = document.getElementById('main');
let step = 0;
let isBusy = false;

document.getElementById('large-type').hidden = false;
connectSettings(() => {});
enliven();

main.addEventListener('click', event => {
  if (event.target.closest('[data-print]'))
    print();
});

main.addEventListener('submit', event => {
  const form = event.target.closest('.ask-form');
  if (!form || !event.submitter)
    return;
  event.preventDefault();
  send(form, event.submitter, true);
});

addEventListener('popstate', event => {
  const wanted = event.state?.step ?? 0;
  const way = wanted < step ? 'back' : 'next';
  const button = main.querySelector(`.ask-form [name=go][value=${way}]`);
  if (!button) {
    location.reload();
    return;
  }
  step = wanted;
  send(button.form, button, false);
});

/** What only a script can do is offered only where there is one. */
function enliven() {
  for (const button of main.querySelectorAll('[data-print]'))
    button.hidden = false;
  const fault = document.getElementById('faults');
  if (fault)
    fault.focus();
}

async function send(form, button, isNewStep) {
  if (isBusy)
    return;
  isBusy = true;
  main.setAttribute('aria-busy', 'true');
  try {
    const content = new FormData(form);
    if (button.name)
      content.append(button.name, button.value);
    const response = await fetch(form.action, { method: 'POST', body: form.enctype === 'multipart/form-data' ? content : new URLSearchParams(content) });
    show(await response.text());
    if (isNewStep)
      history.pushState({ step: ++step }, '');
  } catch {
    // No line: the browser says so itself, and keeps what was typed.
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
    form.submit();
  } finally {
    isBusy = false;
    main.removeAttribute('aria-busy');
  }
}

function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  main.replaceChildren(...page.getElementById('main').childNodes);
  scrollTo(0, 0);
  const heading = main.querySelector('h1');
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
  enliven();
}
