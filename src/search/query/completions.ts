import { compareTerm, DictionaryCursor, type TermEntry } from '../lists/dictionary-block.ts';
import { blockOfTerm, type ListSet } from '../list-set.ts';

/** Completions that are looked for in documents: the most frequent ones. */
const MAX_COMPLETIONS = 24;

/** A beginning of fewer letters says nothing yet. */
const MIN_PREFIX = 2;

/** What endings a stem may have lost: "transformati" is on the way from `transform`. */
const MAX_ENDING = 5;
const MIN_STEM = 4;

/**
 * The most frequent terms that begin with a prefix, most frequent first.
 * @param maxBlocks blocks of the dictionary that are read at most.
 */
export async function findCompletions(
  set: ListSet,
  prefix: string,
  maxBlocks: number,
): Promise<TermEntry[]> {
  if (prefix.replace('@', '').length < MIN_PREFIX) return [];
  const { firstTerms } = set.source;
  const best: TermEntry[] = [];
  const first = Math.max(0, blockOfTerm(firstTerms, prefix));
  const end = Math.min(firstTerms.length, first + maxBlocks);
  for (let block = first; block < end; block++) {
    if (block > first && !(firstTerms[block] ?? '').startsWith(prefix)) break;
    addCompletions(await set.source.readTerms(block), prefix, best);
  }
  return best;
}

function addCompletions(block: Uint8Array, prefix: string, best: TermEntry[]): void {
  const cursor = new DictionaryCursor(block);
  cursor.seek(prefix);
  while (cursor.next()) {
    if (!startsWith(cursor, prefix)) {
      if (compareTerm(cursor, prefix) > 0) return;
      continue;
    }
    const { frequency } = cursor;
    if (best.length === MAX_COMPLETIONS && frequency <= (best.at(-1)?.frequency ?? 0)) continue;
    const place = best.findIndex((entry) => entry.frequency < frequency);
    best.splice(place < 0 ? best.length : place, 0, cursor.entry());
    if (best.length > MAX_COMPLETIONS) best.pop();
  }
}

function startsWith(cursor: DictionaryCursor, prefix: string): boolean {
  if (cursor.length < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) {
    if (cursor.term[at] !== prefix.charCodeAt(at)) return false;
  }
  return true;
}

/**
 * The stem that a word has already outgrown while it is typed, or null: no term begins with
 * "transformatio", but its word will be found under `transform`.
 */
export async function findOutgrownStem(set: ListSet, text: string): Promise<TermEntry | null> {
  const least = Math.max(MIN_STEM, text.length - MAX_ENDING);
  for (let length = text.length - 1; length >= least; length--) {
    const entry = await set.find(text.slice(0, length));
    if (entry !== null) return entry;
  }
  return null;
}
