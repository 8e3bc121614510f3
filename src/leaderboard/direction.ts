import type { DirectionSource } from '../format/records/board.ts';
import type { Direction } from '../format/records/shared.ts';

/** Which way a metric gets better on one board. */
export interface MetricDirection {
  readonly direction: Direction | null;
  readonly source: DirectionSource;
  /**
   * Share of such claims that are right, as far as can be told; null where there is no claim. For
   * names, movement and pooled names it is smoothed agreement of the evidence, at most 0.99.
   */
  readonly confidence: number | null;
}

export const UNKNOWN_DIRECTION: MetricDirection = {
  direction: null,
  source: 'unknown',
  confidence: null,
};

export function opposite(direction: Direction): Direction {
  return direction === 'higher' ? 'lower' : 'higher';
}
