/** Microsoft's Web Chat, as it is, over this site's Direct Line. */
const DOMAIN = location.origin + '/v3/directline';

async function token() {
  const response = await fetch(DOMAIN + '/tokens/generate', { method: 'POST' });
  if (!response.ok)
    throw new Error('No token: ' + response.status);
  return (await response.json()).token;
}

function say(text) {
  document.getElementById('webchat').textContent = text;
}

token().then(
  given => window.WebChat.renderWebChat(
    {
      directLine: window.WebChat.createDirectLine({ domain: DOMAIN, token: given, webSocket: 'WebSocket' in window }),
      locale: 'zh-Hans',
      styleOptions: { botAvatarInitials: '法', userAvatarInitials: '我', hideUploadButton: false, primaryFont: 'inherit' },
    },
    document.getElementById('webchat')),
  () => say('没有连上，请过一会儿再打开。急事可以打 12348（免费）。'));
