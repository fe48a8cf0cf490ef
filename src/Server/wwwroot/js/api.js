import { t } from './texts.js';

const TIMEOUT_MS = 30000;
const LOADING_RETRY_SECONDS = 3;
const RATE_RETRY_SECONDS = 10;

/** A request that did not succeed. */
export class ApiError extends Error {
  /**
   * @param {string} detail What the citizen can do, in Chinese.
   * @param {number} status HTTP status; 0 when nothing came back.
   * @param {number} retryAfter Seconds after which to ask again; 0 when that does not help.
   */
  constructor(detail, status, retryAfter) {
    super(detail);
    this.detail = detail;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Reads an article; see Contracts/Articles.cs. */
export function readArticle(law, article, asOf) {
  const day = asOf ? '?asOf=' + encodeURIComponent(asOf) : '';
  return request('/api/v1/articles/' + encodeURIComponent(law) + '/' + encodeURIComponent(article) + day, {});
}

/** Reads suggestions, hotlines and disclaimer; see Contracts/Welcome.cs. */
export function readWelcome() {
  return request('/api/v1/welcome', {});
}

/**
 * Calls again for as long as the server says that waiting helps.
 *
 * @param {function(ApiError)} onWait Told before each wait.
 * @param {function(): boolean} isWanted False ends the waiting with the error.
 */
export async function patiently(call, onWait, isWanted) {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!error.retryAfter || !isWanted())
        throw error;
      onWait(error);
      await new Promise(resolve => setTimeout(resolve, error.retryAfter * 1000));
      if (!isWanted())
        throw error;
    }
  }
}

async function request(address, options) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(address, Object.assign({ signal: abort.signal }, options));
    if (response.ok)
      return await response.json();
    throw await problemOf(response);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(t('chat.line.failed'), 0, 0);
  } finally {
    clearTimeout(timer);
  }
}

async function problemOf(response) {
  const problem = await response.json().catch(() => ({}));
  const detail = problem.detail || t('chat.line.broken');
  return new ApiError(detail, response.status, secondsToWait(response, problem.code));
}

function secondsToWait(response, code) {
  const said = parseInt(response.headers.get('Retry-After'), 10);
  if (response.status === 429)
    return said > 0 ? said : RATE_RETRY_SECONDS;
  if (code === 'knowledge.loading')
    return said > 0 ? said : LOADING_RETRY_SECONDS;
  return 0;
}
