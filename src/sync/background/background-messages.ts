/** Over this channel pages and the service worker tell each other of transfers. */
export const BACKGROUND_CHANNEL = 'papers-with-code-2:background';

export type BackgroundMessage =
  /** A page has given an install to the browser. */
  | { readonly kind: 'begun' }
  /** The service worker has stored what a transfer brought. */
  | { readonly kind: 'stored'; readonly id: string };

/** A message from the channel, or null when it is none that this version knows. */
export function parseBackgroundMessage(data: unknown): BackgroundMessage | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'begun') return { kind: 'begun' };
  if (data.kind !== 'stored' || !('id' in data) || typeof data.id !== 'string') return null;
  return { kind: 'stored', id: data.id };
}

/** Resolves when the worker has stored what a transfer brought. Messages of the past do not count. */
export function createStoredListener(channel: BroadcastChannel): (id: string) => Promise<void> {
  return (id) =>
    new Promise((resolve) => {
      function hear({ data }: MessageEvent<unknown>): void {
        const message = parseBackgroundMessage(data);
        if (message?.kind !== 'stored' || message.id !== id) return;
        channel.removeEventListener('message', hear);
        resolve();
      }
      channel.addEventListener('message', hear);
    });
}
