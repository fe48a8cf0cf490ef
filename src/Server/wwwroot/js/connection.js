/** Shows a banner for as long as the phone has no line. */
export function connectBanner() {
  const banner = document.getElementById('offline');
  const show = () => {
    banner.hidden = navigator.onLine;
    banner.textContent = navigator.onLine ? '' : '现在没有网络。您写的都留着，网络通了自动发出去。';
  };
  window.addEventListener('online', show);
  window.addEventListener('offline', show);
  show();
}
