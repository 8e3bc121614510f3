import {
  HashMismatchError,
  MalformedError,
  TruncatedError,
  UnreadableVersionError,
} from '../../../src/format/errors.ts';
import { SnapshotRefusedError } from '../../../src/format/trust/refusal.ts';
import { createRandom, type Random } from './random.ts';

/** What a decoder may throw over its input; all else is a bug in it. */
const EXPECTED = [
  MalformedError,
  UnreadableVersionError,
  HashMismatchError,
  TruncatedError,
  SnapshotRefusedError,
];

export interface FuzzTarget<T> {
  readonly name: string;
  /** Makes the input of one run. */
  readonly mutate: (random: Random) => T;
  /**
   * Decodes it, and throws an Error of its own when what comes out is not right.
   * @returns whether it was accepted.
   */
  readonly decode: (input: T, random: Random) => Promise<boolean> | boolean;
  /** An input in words, for the report of a failure. */
  readonly describe: (input: T) => string;
}

export interface FuzzCounts {
  accepted: number;
  /** Refusals by the name of the error. */
  readonly refused: Record<string, number>;
}

/**
 * Feeds a decoder with `runs` changed inputs; the same seed gives the same inputs.
 * @throws Error with seed, run and input, on the first that ends in any other way than a value that
 *   is right or an error that is meant for it.
 */
export async function runFuzz<T>(
  target: FuzzTarget<T>,
  runs: number,
  seed: number,
): Promise<FuzzCounts> {
  const counts: FuzzCounts = { accepted: 0, refused: {} };
  for (let run = 0; run < runs; run += 1) {
    const random = createRandom(seed + run);
    const input = target.mutate(random);
    try {
      if (await target.decode(input, random)) counts.accepted += 1;
      else counts.refused['nothing'] = (counts.refused['nothing'] ?? 0) + 1;
    } catch (cause) {
      if (!(cause instanceof Error) || !EXPECTED.some((kind) => cause instanceof kind)) {
        const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
        throw new Error(
          `${target.name}, seed ${seed + run}: ${what.slice(0, 500)}\n${target.describe(input).slice(0, 2000)}`,
          { cause },
        );
      }
      counts.refused[cause.name] = (counts.refused[cause.name] ?? 0) + 1;
    }
  }
  return counts;
}

/** Whether everything in `part` stands in `whole` at the same place, with the same value. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    if (!Array.isArray(whole) || part.length !== whole.length) return false;
    return part.every((item, place) => isPartOf(item, whole[place]));
  }
  if (typeof part === 'object' && part !== null) {
    if (typeof whole !== 'object' || whole === null) return false;
    return Object.entries(part).every(([key, value]) =>
      Object.hasOwn(whole, key) ? isPartOf(value, (whole as Record<string, unknown>)[key]) : false,
    );
  }
  return Object.is(part, whole);
}
