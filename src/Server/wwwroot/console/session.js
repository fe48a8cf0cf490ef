// Keeps the session of somebody who works on a page: the page itself lives on one long connection, which renews no cookie.
const minutes = Number(document.body.dataset.sessionMinutes);
const every = minutes * 60_000 / 4;
let asked = Date.now();

async function touch() {
  if (Date.now() - asked < every) return;
  asked = Date.now();
  const response = await fetch('/staff/session', { cache: 'no-store' }).catch(() => null);
  if (response?.status === 401)
    location.assign(`/staff/sign-in?problem=ended&returnUrl=${encodeURIComponent(location.pathname)}`);
}

for (const event of ['pointerdown', 'keydown', 'scroll'])
  addEventListener(event, touch, { passive: true, capture: true });
