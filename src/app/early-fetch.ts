declare global {
  interface Window {
    /** Answers that `public/start.js` has asked for, by address and the range after a blank, if any. */
    pwc2Early?: Map<string, Promise<Response>>;
  }
}

/** `fetch`, but takes an answer that was asked for before the app ran, once. */
export async function earlyFetch(url: string, init: RequestInit): Promise<Response> {
  const range = new Headers(init.headers).get('range');
  const key = range === null ? url : `${url} ${range}`;
  const early = window.pwc2Early?.get(key);
  if (early === undefined) return fetch(url, init);
  window.pwc2Early?.delete(key);
  try {
    return await early;
  } catch {
    return fetch(url, init);
  }
}
