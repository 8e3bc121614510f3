import type { BoardComparison } from '../../leaderboard/compare-models.ts';
import { tallyWins } from '../../leaderboard/compare-models.ts';
import { formatPlural } from '../format/numbers.ts';
import { plainModelName } from '../leaderboard/plain-model-name.ts';

/** Fewer boards say little about who is better. */
const FEW = 5;

/** Who is better on how many boards, in a sentence. @param names of the models, in their order. */
export function describeWins(
  comparisons: readonly BoardComparison[],
  names: readonly string[],
): string {
  const counted = comparisons.filter(({ best }) => best.length > 0);
  const unknown = comparisons.length - counted.length;
  const parts = [
    names.length === 2 ? describePair(counted, names) : describeLeaders(counted, names),
    unknown > 0 &&
      `${formatPlural(unknown, 'further board')} ${unknown === 1 ? 'does' : 'do'} not say which way is better and ${unknown === 1 ? 'is' : 'are'} not counted.`,
    counted.length > 0 &&
      counted.length < FEW &&
      `${formatPlural(counted.length, 'board says', 'boards say')} little: read it with care.`,
  ];
  return parts.filter((part) => part !== false).join(' ');
}

function describePair(counted: readonly BoardComparison[], names: readonly string[]): string {
  const [first = '', second = ''] = names.map(plainModelName);
  const { wins, losses, ties } = tallyWins(counted, 0, 1);
  const equal = ties === 0 ? '' : `; on ${ties} they are equal`;
  return `On ${formatPlural(counted.length, 'board')} that ${counted.length === 1 ? 'holds' : 'hold'} both, ${first} is better on ${wins} and ${second} on ${losses}${equal}.`;
}

function describeLeaders(counted: readonly BoardComparison[], names: readonly string[]): string {
  const leads = names
    .map((name, model) => ({
      name: plainModelName(name),
      count: counted.filter(({ best }) => best.includes(model)).length,
    }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name} on ${count}`);
  return `Of ${formatPlural(counted.length, 'board')}, best is ${leads.join(', ')}${leads.length > 0 && counted.some(({ best }) => best.length > 1) ? ' (ties count for each)' : ''}.`;
}
