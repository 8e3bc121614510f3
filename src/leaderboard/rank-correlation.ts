/** How far two orders of the same things agree: 1 the same, -1 the reverse, 0 no relation. */
export interface RankCorrelation {
  /** Things that both orders have. */
  readonly count: number;
  /** Spearman's rho: Pearson's correlation of the ranks, equal numbers having the mean of theirs. */
  readonly rho: number;
  /** Kendall's tau-b: pairs in the same order less pairs in the reverse one, corrected for ties. */
  readonly tau: number;
}

/** Two orders of two things always agree or reverse: nothing is said below three. */
const MIN_COUNT = 3;

/**
 * Compares the orders of two lists of numbers of the same things, as in M. Kendall, "Rank Correlation
 * Methods" (1948). Takes time by the square of the count.
 *
 * @param first,second equally long; larger is further on in both.
 * @returns null with fewer than three things, or where all of one list are equal.
 */
export function correlateRanks(
  first: readonly number[],
  second: readonly number[],
): RankCorrelation | null {
  if (first.length !== second.length) throw new RangeError('Both lists have to be of one length');
  if (first.length < MIN_COUNT) return null;
  const rho = pearson(averageRanks(first), averageRanks(second));
  const tau = kendall(first, second);
  return rho === null || tau === null ? null : { count: first.length, rho, tau };
}

/** Ranks from 1, ascending; equal numbers share the mean of their places. */
export function averageRanks(numbers: readonly number[]): number[] {
  const order = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  const ranks: number[] = Array.from({ length: numbers.length });
  let start = 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && numbers[order[end] ?? 0] === numbers[order[start] ?? 0]) end++;
    for (const place of order.slice(start, end)) ranks[place] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function pearson(first: readonly number[], second: readonly number[]): number | null {
  const mean = (first.length + 1) / 2;
  let both = 0;
  let ofFirst = 0;
  let ofSecond = 0;
  for (const [place, one] of first.entries()) {
    const a = one - mean;
    const b = (second[place] ?? mean) - mean;
    both += a * b;
    ofFirst += a * a;
    ofSecond += b * b;
  }
  return ofFirst === 0 || ofSecond === 0 ? null : both / Math.sqrt(ofFirst * ofSecond);
}

function kendall(first: readonly number[], second: readonly number[]): number | null {
  let score = 0;
  let apartInFirst = 0;
  let apartInSecond = 0;
  for (const [i, a] of first.entries()) {
    for (let j = 0; j < i; j++) {
      const inFirst = Math.sign(a - (first[j] ?? 0));
      const inSecond = Math.sign((second[i] ?? 0) - (second[j] ?? 0));
      score += inFirst * inSecond;
      apartInFirst += Math.abs(inFirst);
      apartInSecond += Math.abs(inSecond);
    }
  }
  return apartInFirst === 0 || apartInSecond === 0
    ? null
    : score / Math.sqrt(apartInFirst * apartInSecond);
}
