declare global {
  interface Window {
    /** Answers that `public/start.js` has asked for, by address. */
    pwc2Early?: Map<string, Promise<Response>>;
  }
}

/** `fetch`, but takes an answer that was asked for before the app ran, once. */
export async function earlyFetch(url: string, init: RequestInit): Promise<Response> {
  const early = window.pwc2Early?.get(url);
  if (early === undefined) return fetch(url, init);
  window.pwc2Early?.delete(url);
  try {
    return await early;
  } catch {
    return fetch(url, init);
  }
}
