/** Bounds what is in memory: bytes are taken before they are fetched and given back when stored. */
export interface ByteBudget {
  /** Waits until that much is free. Something larger than the whole budget goes alone. */
  take(bytes: number, signal: AbortSignal): Promise<void>;
  giveBack(bytes: number): void;
}

/** @param limit bytes that may be out at once. */
export function createByteBudget(limit: number): ByteBudget {
  let taken = 0;
  const waiting: { bytes: number; admit: () => void }[] = [];

  function isFree(bytes: number): boolean {
    return taken === 0 || taken + bytes <= limit;
  }

  /** In order of arrival: a large file is not starved by small ones. */
  function admitNext(): void {
    for (let next = waiting[0]; next !== undefined && isFree(next.bytes); next = waiting[0]) {
      waiting.shift();
      taken += next.bytes;
      next.admit();
    }
  }

  return {
    async take(bytes, signal) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const entry = { bytes, admit };
        function admit(): void {
          signal.removeEventListener('abort', stop);
          resolve();
        }
        function stop(): void {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(signal.reason as Error);
          admitNext();
        }
        signal.addEventListener('abort', stop, { once: true });
        waiting.push(entry);
        admitNext();
      });
    },
    giveBack(bytes) {
      taken -= bytes;
      admitNext();
    },
  };
}
