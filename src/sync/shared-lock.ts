import { INSTALL_LOCK } from './install-lock.ts';

/** One job at a time over all tabs: this tab's end of it. */
export interface SharedLock {
  /**
   * Runs work under the lock. Where another tab holds it, waits behind it, and runs when that tab has
   * ended or is closed.
   * @param onBusy called before the wait.
   */
  run(work: () => Promise<void>, onBusy: () => void): Promise<void>;
  /**
   * Runs work of no hurry under the lock if nobody holds it; once more when it is asked for while it
   * runs, since it may have looked before there was anything to do. Its signal is aborted as soon as
   * `run` is called here, or by `interrupt`.
   */
  runIdly(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
  interrupt(): void;
}

/** @param closing ends all waiting. */
export function createSharedLock(locks: LockManager, closing: AbortSignal): SharedLock {
  let idle: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  let isWantedAgain = false;

  function interrupt(): void {
    idle?.stop.abort(new DOMException('Something else is to be done.', 'AbortError'));
  }

  return {
    interrupt,
    async run(work, onBusy) {
      interrupt();
      await idle?.ended;
      closing.throwIfAborted();
      const isDone = await locks.request(INSTALL_LOCK, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      });
      if (isDone) return;
      onBusy();
      await locks.request(INSTALL_LOCK, { signal: closing }, work);
    },
    async runIdly(work) {
      if (idle !== null) {
        isWantedAgain = true;
        await idle.ended;
        return;
      }
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, closing]);
      const ended = locks
        .request(INSTALL_LOCK, { ifAvailable: true }, async (lock) => {
          if (lock === null) return;
          do {
            isWantedAgain = false;
            await work(signal);
          } while (isWantedAgain && !signal.aborted);
        })
        // Interrupted or failed: what was left is found the next time.
        .catch(() => undefined);
      idle = { stop, ended };
      await ended;
      idle = null;
    },
  };
}
