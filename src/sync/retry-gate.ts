import { isUnreachable, isWorthRetrying } from '../host/errors.ts';
import { retryAfterMs } from '../host/retry-after.ts';
import type { WaitReason } from './installer-state.ts';

/** What patience needs of the world. */
export interface RetryEffects {
  /** Waits so many milliseconds, or rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number in [0, 1) that spreads retries. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly network: Network;
}

/** What the browser says of the connection: a "yes" may be wrong, a "no" is right. */
export interface Network {
  isOnline(): boolean;
  /** @returns a function that ends it. */
  onOnline(listener: () => void): () => void;
}

/** Why everybody waits, and until when (milliseconds since 1970). */
export interface Waiting {
  readonly reason: WaitReason;
  readonly nextTryAt: number;
}

/** Holds back all requests of an install while a host wants patience or nobody answers. */
export interface RetryGate {
  /**
   * Does the work, and does it again while its failures are worth retrying.
   * @throws the first failure that is not; the signal's reason.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** While offline the browser usually tells when that ends; now and then it has to be tried. */
const OFFLINE_WAIT_MS = 15_000;

/**
 * Exponential backoff with full jitter (Brooker, "Exponential Backoff And Jitter", AWS 2015), shared by
 * all requests: those that fail together count as one failure and wait together. `Retry-After` is honoured. It has no end: a person ends it.
 *
 * @param onWaiting told when a wait begins, and null when requests go out again.
 */
export function createRetryGate(
  { wait, random, now, network }: RetryEffects,
  onWaiting: (waiting: Waiting | null) => void,
): RetryGate {
  const state = {
    /** In a row, those of requests that were out together counted once. */
    failures: 0,
    /** Grows with each wait, so that failures of requests from before it do not count again. */
    round: 0,
    /** The wait that everybody is in. */
    closed: null as Promise<void> | null,
  };

  async function waitOut(error: unknown, signal: AbortSignal): Promise<void> {
    state.failures += 1;
    state.round += 1;
    const isOffline = !network.isOnline();
    const backoff = random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (state.failures - 1));
    const ms = isOffline ? OFFLINE_WAIT_MS : Math.max(retryAfterMs(error, now()) ?? 0, backoff);
    const reason = isOffline ? 'offline' : isUnreachable(error) ? 'unreachable' : 'busy';
    onWaiting({ reason, nextTryAt: now() + ms });
    await waitOrOnline(ms, signal);
  }

  /** A device that comes online while nobody answered tries at once. */
  async function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
    const early = new AbortController();
    const stopListening = network.onOnline(() => early.abort());
    try {
      await wait(ms, AbortSignal.any([signal, early.signal]));
    } catch (error) {
      signal.throwIfAborted();
      if (!early.signal.aborted) throw error;
    } finally {
      stopListening();
    }
  }

  return {
    async run(work, signal) {
      for (;;) {
        while (state.closed !== null) await state.closed;
        signal.throwIfAborted();
        const begunIn = state.round;
        try {
          const result = await work();
          state.failures = 0;
          return result;
        } catch (error) {
          signal.throwIfAborted();
          if (!isWorthRetrying(error)) throw error;
          // Others that fail while one waits come behind it.
          if (state.closed === null && begunIn === state.round) {
            state.closed = waitOut(error, signal).finally(() => {
              state.closed = null;
              onWaiting(null);
            });
            state.closed.catch(() => undefined);
          }
        }
      }
    },
  };
}
