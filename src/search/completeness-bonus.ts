import { FULL_STRENGTH } from './ranking-model.ts';
import { MASKED_GROUPS, type ScoredPair, type ScorePlan } from './score-plan.ts';
import { PAIR_BYTES } from './title-pairs.ts';

const GROUPS_MASK = (1 << MASKED_GROUPS) - 1;

/**
 * What being complete adds to the score of a document. It knows the groups that a document has by a mask:
 * bit n says that it has the n-th group, bit 16 + n that it has it in the title or in an author's name.
 */
export class CompletenessBonus {
  readonly #mostPairs: number;
  readonly #pairs: readonly ScoredPair[];
  readonly #pairBits: Uint8Array | null;
  readonly #coverage: number;
  readonly #titleCoverage: number;
  readonly #weights: readonly number[];
  readonly #whole: number;
  /** A bonus for the whole query is so many of these. */
  readonly #unit: number;
  readonly #scratch: BonusScratch;

  /** @param pairBits 6 bytes a document; null while they are not there. */
  constructor(
    { groups, pairs, titleCoverage, coverage }: ScorePlan,
    pairBits: Uint8Array | null,
    scratch: BonusScratch,
  ) {
    this.#pairs = pairBits === null ? [] : pairs;
    this.#pairBits = pairBits;
    this.#mostPairs = this.#pairs.reduce((sum, pair) => sum + pair.bonus, 0);
    this.#coverage = coverage;
    this.#titleCoverage = titleCoverage;
    this.#weights = groups.slice(0, MASKED_GROUPS).map((group) => group.coverageWeight);
    this.#whole = this.#weights.reduce((sum, weight) => sum + weight, 0);
    this.#unit = (this.#whole * FULL_STRENGTH) / 256;
    this.#scratch = scratch;
    const masks = 1 << this.#weights.length;
    scratch.shares.fill(-1, 0, masks);
    scratch.bounds.fill(-1, 0, masks);
  }

  /** The most that it can be for a document of these groups, wherever it has them. */
  boundOf(mask: number): number {
    const known = this.#scratch.bounds[mask & GROUPS_MASK] as number;
    return known >= 0 ? known : this.#computeBound(mask & GROUPS_MASK);
  }

  /** The most that it can be for documents that have none of some groups. */
  mostWithout(groups: number): number {
    let pairs = 0;
    for (const { bonus, groups: needed } of this.#pairs) {
      const isPossible = needed.every((group) => group < 0 || ((groups >>> group) & 1) === 0);
      if (isPossible) pairs += bonus;
    }
    const all = (1 << this.#weights.length) - 1;
    return this.#boundOfCoverage(all & ~groups) + pairs;
  }

  of(document: number, mask: number): number {
    return this.#ofCoverage(mask) + this.#ofPairs(document, mask >>> MASKED_GROUPS);
  }

  #computeBound(groups: number): number {
    const bound = this.#boundOfCoverage(groups) + this.#mostPairs;
    this.#scratch.bounds[groups] = bound;
    return bound;
  }

  #boundOfCoverage(groups: number): number {
    if (this.#whole === 0) return 0;
    const most = this.#unit * (this.#coverage + this.#titleCoverage);
    return Math.ceil(most * this.#shareOf(groups));
  }

  #ofCoverage(mask: number): number {
    if (this.#whole === 0) return 0;
    const titleMask = mask >>> MASKED_GROUPS;
    const covering =
      this.#coverage * this.#shareOf(mask & GROUPS_MASK) +
      (titleMask === 0 ? 0 : this.#titleCoverage * this.#shareOf(titleMask));
    return Math.floor(this.#unit * covering);
  }

  #ofPairs(document: number, titleMask: number): number {
    if (titleMask === 0) return 0;
    let sum = 0;
    for (const {
      bit,
      bonus,
      groups: [first, second],
    } of this.#pairs) {
      const hasWords =
        (first < 0 || ((titleMask >>> first) & 1) === 1) &&
        (second < 0 || ((titleMask >>> second) & 1) === 1);
      if (!hasWords) continue;
      const byte = this.#pairBits?.[document * PAIR_BYTES + (bit >> 3)] ?? 0;
      if (((byte >>> (bit & 7)) & 1) === 1) sum += bonus;
    }
    return sum;
  }

  /** The share of the query that a mask of groups has, to the sixteenth power. */
  #shareOf(groups: number): number {
    const { shares } = this.#scratch;
    const known = shares[groups] as number;
    // Few masks are met again and again.
    if (known >= 0) return known;
    let covered = 0;
    for (let index = 0; index < this.#weights.length; index++) {
      if (((groups >>> index) & 1) === 1) covered += this.#weights[index] as number;
    }
    const powered = sixteenthPower(covered / this.#whole);
    shares[groups] = powered;
    return powered;
  }
}

/** Memory by mask of groups, to be used again and again. */
export interface BonusScratch {
  readonly shares: Float64Array;
  readonly bounds: Int32Array;
}

export function createBonusScratch(): BonusScratch {
  const masks = 1 << MASKED_GROUPS;
  return { shares: new Float64Array(masks), bounds: new Int32Array(masks) };
}

/** By squaring, which gives the same on every machine. */
function sixteenthPower(share: number): number {
  let power = share;
  for (let squared = 0; squared < 4; squared++) power *= power;
  return power;
}
