import type { Metric } from '../../format/records/board.ts';
import type { Direction } from '../../format/records/shared.ts';

/** Which way is better, and how that is known. @param set the direction that the person has set. */
export function describeDirection(metric: Metric, set: Direction | null = null): string {
  if (set !== null) return `${set} is better, as you have set it`;
  const { direction, directionSource } = metric;
  switch (directionSource) {
    case 'row-order':
      return `${direction} is better, from the archive’s order of rows`;
    case 'same-name':
      return `${direction} is better, as on other boards with this metric${sureness(metric)}`;
    case 'movement':
      return `${direction} is better, from how it moves beside the other metrics${sureness(metric)}`;
    case 'name':
      return `${direction} is better, by its name${sureness(metric)}`;
    case 'neutral':
      return 'describes the model: neither way is better';
    case 'unknown':
      return 'it is not known which way is better';
  }
}

/** Confidence in words where it is not near to certain. */
function sureness({ directionConfidence }: Metric): string {
  if (directionConfidence === undefined || directionConfidence >= 0.95) return '';
  return directionConfidence >= 0.85 ? ', likely' : ', perhaps';
}
