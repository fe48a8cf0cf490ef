// Starts the screen. A screen without its process shows nothing of anybody: it waits for the process and begins anew.
(function () {
  const AGAIN = 1000;

  Blazor.start({
    circuit: {
      reconnectionHandler: {
        onConnectionDown: () => { document.body.classList.add('cut'); document.querySelector('main').replaceChildren(); again(); },
        onConnectionUp: () => location.replace('/'),
      },
    },
  });

  async function again() {
    try {
      const answer = await fetch('/', { cache: 'no-store' });
      if (answer.ok)
        return location.replace('/');
    } catch {
      // Not yet.
    }
    setTimeout(again, AGAIN);
  }
})();
