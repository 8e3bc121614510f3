import type { DownloadEffects } from './effects.ts';
import { MirrorError } from './mirror-error.ts';

const MAX_TRIES = 6;
const FIRST_WAIT_MS = 1000;

/**
 * Tries something of a mirror again, later and later, as long as its failure may pass by itself.
 * @param attempt returns what came of it, or throws. It calls `onProgress` when it got further than
 *   ever: then the tries are counted anew, so that a long download survives any number of breaks.
 * @throws MirrorError of the last try; whatever else `attempt` throws; the signal's reason.
 */
export async function withRetries<T>(
  { wait, random, signal, log }: Pick<DownloadEffects, 'wait' | 'random' | 'signal' | 'log'>,
  attempt: (onProgress: () => void) => Promise<T>,
): Promise<T> {
  let tries = 0;
  for (;;) {
    tries += 1;
    try {
      return await attempt(() => {
        tries = 0;
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof MirrorError) || !error.isTemporary || tries >= MAX_TRIES) throw error;
      const ms = FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1) * (0.5 + random());
      log.print(`${error.message}; trying again in ${Math.ceil(ms / 1000)} s`);
      await wait(ms, signal);
    }
  }
}
