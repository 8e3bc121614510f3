import { DictionaryCursor, type TermEntry } from '../lists/dictionary-block.ts';
import { AUTHOR_MARK, BOARD_MARK } from '../words/terms.ts';

/** Slips that a word of so many letters may have. */
export function allowedSlips(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

const MARKS = [AUTHOR_MARK, BOARD_MARK].map((mark) => mark.charCodeAt(0));

/** The mark that a term begins with, or 0. */
function markOf(letter: number | undefined): number {
  return letter !== undefined && MARKS.includes(letter) ? letter : 0;
}

export interface Correction {
  readonly entry: TermEntry;
  /** Letters to add, drop, change or swap with their neighbour. */
  readonly slips: number;
}

/**
 * Looks for the terms that are a few slips from another, through blocks of the dictionary in order.
 *
 * Computes the rows of the optimal-string-alignment distance within a band around the diagonal. Terms
 * come sorted and tell what they share with the one before, so only rows of new letters are computed,
 * and when a row is beyond the limit everything that begins the same is passed over.
 */
export class SpellingSearch {
  readonly #pattern: Uint8Array;
  /** What terms that come into question are marked with; 0 if with nothing. */
  readonly #mark: number;
  readonly #limit: number;
  /** Row of each prefix length of the term, one after another. */
  readonly #rows: Uint8Array;
  readonly #width: number;
  #best: Correction | null = null;

  /** @param term what was looked for: a stem, or a name with its mark. */
  constructor(term: string) {
    this.#pattern = Uint8Array.from(term, (letter) => letter.charCodeAt(0));
    this.#mark = markOf(this.#pattern[0]);
    this.#limit = allowedSlips(term.replace(AUTHOR_MARK, '').length);
    this.#width = this.#pattern.length + 1;
    this.#rows = new Uint8Array((this.#pattern.length + this.#limit + 2) * this.#width);
    for (let column = 0; column < this.#width; column++) this.#rows[column] = column;
  }

  /** The best so far: fewest slips, then most frequent. The term itself is not its correction. */
  get best(): Correction | null {
    return this.#best;
  }

  addBlock(block: Uint8Array): void {
    if (this.#limit === 0) return;
    const cursor = new DictionaryCursor(block);
    // Rows up to this prefix length are those of the current term.
    let valid = 0;
    let isThere = cursor.next();
    while (isThere) {
      valid = this.#extendRows(cursor.term, Math.min(valid, cursor.shared), cursor.length);
      if (valid < cursor.length) isThere = cursor.nextOutside(valid + 1);
      else {
        this.#consider(cursor);
        isThere = cursor.next();
      }
    }
  }

  /** Computes the rows of a term from one on; returns the length of its longest prefix that is not too far away. */
  #extendRows(term: Uint8Array, valid: number, length: number): number {
    if (valid === 0 && markOf(term[0]) !== this.#mark) return 0;
    const longest = this.#pattern.length + this.#limit;
    for (let row = valid + 1; row <= length; row++) {
      if (row > longest || this.#computeRow(term, row) > this.#limit) return row - 1;
    }
    return length;
  }

  #consider(cursor: DictionaryCursor): void {
    const slips = this.#rows[cursor.length * this.#width + this.#pattern.length] ?? 255;
    if (slips === 0 || slips > this.#limit) return;
    const best = this.#best;
    const isBetter =
      best === null ||
      slips < best.slips ||
      (slips === best.slips && cursor.frequency > best.entry.frequency);
    if (isBetter) this.#best = { entry: cursor.entry(), slips };
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
