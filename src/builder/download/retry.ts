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
  { wait, random, signal }: Pick<DownloadEffects, 'wait' | 'random' | 'signal'>,
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
      await wait(FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1) * (0.5 + random()), signal);
    }
  }
}
