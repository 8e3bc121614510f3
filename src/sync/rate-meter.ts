/** Measures how fast bytes come. */
export interface RateMeter {
  /** @param doneBytes all bytes so far. @returns bytes a second, or null until there is enough to tell. */
  measure(doneBytes: number): number | null;
  /** Forgets what was measured: after a wait it says nothing any more. */
  reset(): void;
}

const WINDOW_MS = 10_000;
const SHORTEST_MS = 500;

/**
 * Over the last ten seconds: long enough to be calm, short enough to follow a change of network.
 * @param now milliseconds.
 */
export function createRateMeter(now: () => number): RateMeter {
  let samples: { at: number; bytes: number }[] = [];
  return {
    measure(bytes) {
      const at = now();
      samples.push({ at, bytes });
      // One sample from before the window stays, so that it spans the whole window.
      while (samples[1] !== undefined && at - samples[1].at >= WINDOW_MS) samples.shift();
      const first = samples[0];
      if (first === undefined || at - first.at < SHORTEST_MS) return null;
      return ((bytes - first.bytes) * 1000) / (at - first.at);
    },
    reset() {
      samples = [];
    },
  };
}
