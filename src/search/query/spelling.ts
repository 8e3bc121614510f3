import { DictionaryCursor, type TermEntry } from '../lists/dictionary-block.ts';
import { AUTHOR_MARK, BOARD_MARK } from '../words/terms.ts';

/** Slips that a term may have, by its letters without the mark: at most two. */
export function allowedSlips(term: string): number {
  const { length } = term.replace(AUTHOR_MARK, '');
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

const AUTHOR = AUTHOR_MARK.charCodeAt(0);
const BOARD = BOARD_MARK.charCodeAt(0);

/** The mark that a term begins with, or 0. */
function markOf(letter: number | undefined): number {
  return letter === AUTHOR || letter === BOARD ? letter : 0;
}

/** Behind all letters of terms. */
const NO_LETTER = 256;

/** A term is ASCII. */
function lettersOf(term: string): Uint8Array {
  return new TextEncoder().encode(term);
}

/** What terms begin with: the first characters of another term, as many as `prefix`, and a letter or one behind it. */
interface TermStart {
  readonly prefix: number;
  readonly letter: number;
}

export interface Correction {
  readonly entry: TermEntry;
  /** Letters to add, drop, change or swap with their neighbour. */
  readonly slips: number;
}

/**
 * Looks for the terms that are a few slips from another, through blocks of the dictionary in order: for a word
 * among words, for a name among names.
 *
 * Computes the rows of the optimal-string-alignment distance within a band around the diagonal. Terms
 * come sorted and tell what they share with the one before, so only rows of new letters are computed. Where a
 * prefix has as many slips as are allowed, its row tells the few letters that can follow; the search goes on from the first term
 * that begins so, as one through an automaton of the words within a distance does (Schulz and Mihov,
 * "Fast string correction with Levenshtein automata", 2002).
 */
export class SpellingSearch {
  readonly #pattern: Uint8Array;
  /** What terms that come into question are marked with; 0 if with nothing. */
  readonly #mark: number;
  readonly #limit: number;
  /** Row of each prefix length of the term, one after another. */
  readonly #rows: Uint8Array;
  readonly #width: number;
  /** The least of each row. */
  readonly #least: Uint8Array;
  readonly #taken: ReadonlySet<string>;
  #best: Correction | null = null;

  /**
   * @param term what was looked for: a stem, or a name with its mark.
   * @param limit slips at most.
   * @param taken terms that are no corrections, since the query has them already.
   */
  constructor(term: string, limit: number, taken: ReadonlySet<string> = new Set()) {
    this.#taken = taken;
    this.#pattern = lettersOf(term);
    this.#mark = markOf(this.#pattern[0]);
    this.#limit = limit;
    this.#width = this.#pattern.length + 1;
    const longest = this.#pattern.length + limit;
    this.#rows = new Uint8Array((longest + 1) * this.#width);
    this.#least = new Uint8Array(longest + 1);
    for (let column = 0; column < this.#width; column++) this.#rows[column] = column;
  }

  /** The best so far: fewest slips, then most frequent. The term itself is not its correction. */
  get best(): Correction | null {
    return this.#best;
  }

  /** Which blocks of a dictionary can have terms that are near enough. @param firstTerms first term of each. */
  blocksToRead(firstTerms: readonly string[]): number[] {
    const blocks = [...firstTerms.keys()];
    return blocks.filter((block) => this.#isNeeded(firstTerms[block] ?? '', firstTerms[block + 1]));
  }

  /** Whether there can be terms that are near enough from one term on, up to that `behind` them if there is one. */
  #isNeeded(first: string, behind: string | undefined): boolean {
    const term = lettersOf(first);
    const valid = this.#extendRows(term, 0, term.length);
    if (valid === term.length) return true;
    const start = this.#nextStart(term, valid);
    if (start === null || behind === undefined) return start !== null;
    const { prefix, letter } = start;
    return first.slice(0, prefix) + String.fromCharCode(letter) < behind;
  }

  addBlock(block: Uint8Array): void {
    const cursor = new DictionaryCursor(block);
    // Rows up to this prefix length are those of the current term.
    let valid = 0;
    let isThere = cursor.next();
    while (isThere) {
      valid = this.#extendRows(cursor.term, Math.min(valid, cursor.shared), cursor.length);
      if (valid === cursor.length) {
        this.#consider(cursor);
        isThere = cursor.next();
        continue;
      }
      const start = this.#nextStart(cursor.term, valid);
      isThere = start !== null && cursor.nextFrom(start.prefix, start.letter);
    }
  }

  /** Computes the rows of a term from one on; returns the length of its longest prefix that is not too far away. */
  #extendRows(term: Uint8Array, valid: number, length: number): number {
    let row = valid;
    while (row < length && this.#nextLetter(row, term[row] ?? 0) === term[row]) {
      row++;
      this.#least[row] = this.#computeRow(term, row);
    }
    return row;
  }

  /**
   * What the next term begins with that is not too far away already where it first differs from this one: so many
   * of its characters, and a letter. Null if there can be none.
   * @param valid length of the longest prefix of this one that is not too far away.
   */
  #nextStart(term: Uint8Array, valid: number): TermStart | null {
    for (let prefix = valid; prefix >= 0; prefix--) {
      const letter = this.#nextLetter(prefix, (term[prefix] ?? 0) + 1);
      if (letter < NO_LETTER) return { prefix, letter };
    }
    return null;
  }

  /** The first letter, from one on, that can follow the prefix of a row; `NO_LETTER` if none can. */
  #nextLetter(prefix: number, from: number): number {
    if (prefix === 0) return this.#nextFirstLetter(from);
    if ((this.#least[prefix] ?? 0) < this.#limit) return from;
    // Only letters that add no slip. Of two that are swapped the first is one too: it is as if the other had been added.
    const row = prefix * this.#width;
    const last = Math.min(this.#pattern.length - 1, prefix + this.#limit);
    let next = NO_LETTER;
    for (let column = Math.max(0, prefix - this.#limit); column <= last; column++) {
      const letter = this.#pattern[column] ?? NO_LETTER;
      if (letter < from || letter >= next) continue;
      if ((this.#rows[row + column] ?? 255) <= this.#limit) next = letter;
    }
    return next;
  }

  #nextFirstLetter(from: number): number {
    if (this.#mark !== 0) return from <= this.#mark ? this.#mark : NO_LETTER;
    return markOf(from) === 0 ? from : from + 1;
  }

  #consider(cursor: DictionaryCursor): void {
    const slips = this.#rows[cursor.length * this.#width + this.#pattern.length] ?? 255;
    if (slips === 0 || slips > this.#limit) return;
    const best = this.#best;
    const isBetter =
      best === null ||
      slips < best.slips ||
      (slips === best.slips && cursor.frequency > best.entry.frequency);
    if (!isBetter || this.#taken.has(cursor.text())) return;
    this.#best = { entry: cursor.entry(), slips };
  }

  /** Computes the row of a prefix; returns the least of it. */
  #computeRow(term: Uint8Array, row: number): number {
    const rows = this.#rows;
    const pattern = this.#pattern;
    const width = this.#width;
    const far = this.#limit + 1;
    const start = row * width;
    const above = start - width;
    const first = Math.max(1, row - this.#limit);
    const last = Math.min(width - 1, row + this.#limit);
    const letter = term[row - 1];
    rows[start + first - 1] = first === 1 ? Math.min(row, far) : far;
    let least = first === 1 ? row : far;
    for (let column = first; column <= last; column++) {
      const isSame = pattern[column - 1] === letter;
      let slips = (rows[above + column - 1] ?? far) + (isSame ? 0 : 1);
      const hasAbove = column < row + this.#limit;
      if (hasAbove) slips = Math.min(slips, (rows[above + column] ?? far) + 1);
      slips = Math.min(slips, (rows[start + column - 1] ?? far) + 1);
      const isSwap =
        row > 1 &&
        column > 1 &&
        pattern[column - 2] === letter &&
        pattern[column - 1] === term[row - 2];
      if (isSwap) slips = Math.min(slips, (rows[above - width + column - 2] ?? far) + 1);
      rows[start + column] = Math.min(slips, far);
      if (slips < least) least = slips;
    }
    return least;
  }
}
