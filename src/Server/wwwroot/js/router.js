const ARTICLE = /^\/articles\/([^/]+)\/([^/]+)\/?$/;

/** Addresses and Back: however many articles were read, the conversation is one step back. */
export class Router {
  /**
   * @param {function(Object)} showArticle Takes `{law, article, asOf}`.
   * @param {function(Object)} showChat Takes where the citizen was, `{scroll, focus}`; null when not known.
   */
  constructor(showArticle, showChat) {
    this.showArticle = showArticle;
    this.showChat = showChat;
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', () => this.route());
    document.addEventListener('click', event => this.onClick(event));
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.isOnArticle)
        this.close();
    });
  }

  get isOnArticle() {
    return ARTICLE.test(location.pathname);
  }

  /** Shows what the address says. */
  route() {
    const match = ARTICLE.exec(location.pathname);
    if (match)
      this.showArticle({ law: decode(match[1]), article: decode(match[2]), asOf: new URLSearchParams(location.search).get('asOf') });
    else
      this.showChat(history.state);
  }

  /** Back to the conversation; from an article that was opened by its address, on to it. */
  close() {
    if (history.state && history.state.isOverChat) {
      history.back();
      return;
    }
    history.pushState(null, '', '/');
    this.route();
  }

  /** Takes the question out of the address (`/#q=...`); null when there is none. */
  takeQuestion() {
    if (location.hash.indexOf('#q=') !== 0)
      return null;
    const question = decode(location.hash.slice(3)).trim();
    history.replaceState(history.state, '', location.pathname + location.search);
    return question || null;
  }

  onClick(event) {
    const link = event.target.closest('a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin)
      return;
    if (ARTICLE.test(link.pathname)) {
      event.preventDefault();
      this.open(link);
    } else if (link.pathname === '/') {
      event.preventDefault();
      if (this.isOnArticle)
        this.close();
    }
  }

  open(link) {
    const address = link.pathname + link.search;
    if (this.isOnArticle) {
      history.replaceState(history.state, '', address);
    } else {
      history.replaceState({ scroll: window.pageYOffset, focus: link.id }, '', location.pathname + location.search);
      history.pushState({ isOverChat: true }, '', address);
    }
    this.route();
  }
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return text;
  }
}
