import type { RankCorrelation } from '../../leaderboard/rank-correlation.ts';

/** Fewer models say little about an order. */
const FEW = 10;

/** How far two boards agree on the order of the models they share, in a sentence with the numbers. */
export function describeCorrelation(
  { count, rho, tau }: RankCorrelation,
  [first, second]: readonly [string, string],
): string {
  const pairs = Math.round(((1 + tau) / 2) * 100);
  const caution = count < FEW ? ` ${count} models say little: read it with care.` : '';
  return `${verdictOf(rho, first, second)} Of two models that both boards tell apart, the better one on ${first} is the better one on ${second} about ${pairs} times in 100.${caution}`;
}

function verdictOf(rho: number, first: string, second: string): string {
  if (rho >= 0.9) return `${first} and ${second} put their models in nearly the same order.`;
  if (rho >= 0.7) return `Who is better on ${first} is mostly better on ${second}, too.`;
  if (rho >= 0.4) return `Who is better on ${first} tends to be better on ${second}.`;
  if (rho > 0.1) return `The orders of ${first} and ${second} have little to do with each other.`;
  if (rho >= -0.1)
    return `The orders of ${first} and ${second} have nothing to do with each other.`;
  if (rho > -0.4) return `The orders of ${first} and ${second} go slightly against each other.`;
  return `Who is better on ${first} tends to be worse on ${second}.`;
}
