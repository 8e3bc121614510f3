import type { ListSet } from '../list-set.ts';
import type { TermEntry } from '../lists/dictionary-block.ts';
import {
  FULL_STRENGTH,
  IMPACT_VALUES,
  rarityWeight,
  textImpact,
  USUAL_LENGTHS,
  WEIGHT_UNIT,
} from '../ranking-model.ts';
import type { TextTerm } from './text-terms.ts';

/** A word that tells what a paper is about, and how much. */
export interface TellingTerm {
  readonly word: string;
  readonly entry: TermEntry;
  readonly weight: number;
}

/** What fewer than one paper in so many has counts as if these had it: that two share a slip or a whim says little. */
const RAREST = 1000;

/**
 * What it weighs that two papers share something that so many have, in 64ths: the square of its rarity,
 * since it is rare in both.
 */
export function sharedWeight(frequency: number, documents: number): number {
  const rarity = rarityWeight(Math.max(frequency, documents / RAREST), documents);
  return Math.round((rarity * rarity) / WEIGHT_UNIT);
}

export interface TellingLimits {
  /** Terms of the text that are looked up, from the first on. */
  readonly lookups: number;
  readonly terms: number;
  /** Bytes of all their lists. */
  readonly listBytes: number;
}

/** Looks up terms of a paper and keeps the most telling, those that another paper has too; most telling first. */
export async function findTellingTerms(
  terms: readonly TextTerm[],
  set: ListSet,
  documents: number,
  limits: TellingLimits,
): Promise<TellingTerm[]> {
  const known = new Map<string, TellingTerm>();
  async function add({ term, word, counts, parts }: TextTerm): Promise<void> {
    const entry = await set.find(term);
    if (entry === null || entry.frequency < 2) {
      await Promise.all(parts.map(add));
      return;
    }
    const own = IMPACT_VALUES[textImpact(counts, USUAL_LENGTHS)] ?? 0;
    const shared = sharedWeight(entry.frequency, documents);
    const weight = Math.max(1, Math.round((shared * own) / FULL_STRENGTH));
    const before = known.get(term);
    if (before === undefined || before.weight < weight) known.set(term, { word, entry, weight });
  }
  await Promise.all(terms.slice(0, limits.lookups).map(add));
  const ordered = [...known.values()].sort(
    (a, b) => b.weight - a.weight || compareText(a.entry.term, b.entry.term),
  );
  return withinBytes(ordered.slice(0, limits.terms), limits.listBytes);
}

/** Passes over lists that are too long for what is left. */
function withinBytes(terms: readonly TellingTerm[], listBytes: number): TellingTerm[] {
  let left = listBytes;
  return terms.filter(({ entry: { lists } }) => {
    const bytes = lists.reduce((sum, list) => sum + (list.kind === 'stored' ? list.bytes : 0), 0);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
