/** Watches a transfer, and gives it up when nothing has come for too long. */
export interface StallWatch {
  /** Aborted when the transfer is given up. */
  readonly signal: AbortSignal;
  /** Says that something has come. */
  feed(): void;
  /** The same as the promise, unless the transfer is given up before: then it rejects. */
  during<T>(promise: Promise<T>): Promise<T>;
  end(): void;
}

/**
 * A connection can stay open and silent for ever: after a phone has changed networks, behind some
 * proxies, with a host that is overrun.
 * @param stallMs silence, in milliseconds, after which a transfer is given up.
 */
export function createStallWatch(stallMs: number): StallWatch {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error));
  });
  stalled.catch(() => undefined);

  function feed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      controller.abort(new DOMException(`Nothing came for ${stallMs} ms.`, 'TimeoutError'));
    }, stallMs);
  }

  feed();
  return {
    signal: controller.signal,
    feed,
    // The answer may be one that nobody can abort any more, asked for before the app ran.
    during: (promise) => Promise.race([promise, stalled]),
    end: () => clearTimeout(timer),
  };
}
