/** Entries of a page: 16 MB. */
const PAGE_ENTRIES = 1 << 22;

const COUNT_BITS = 6;
const MAX_TITLE_COUNT = 3;
const MAX_ABSTRACT_COUNT = 15;

/** Terms that fit beside the counts into 32 bits. */
export const MAX_TERM_IDS = 1 << (32 - COUNT_BITS);

/** How often a term is in the title (up to 3) and in the abstract (up to 15), in six bits. */
export function packCounts(title: number, abstract: number): number {
  return (Math.min(title, MAX_TITLE_COUNT) << 4) | Math.min(abstract, MAX_ABSTRACT_COUNT);
}

export function titleCount(packed: number): number {
  return (packed >> 4) & MAX_TITLE_COUNT;
}

export function abstractCount(packed: number): number {
  return packed & MAX_ABSTRACT_COUNT;
}

/**
 * All postings of an archive in the order of its documents, four bytes each: term and counts. The
 * document is known from the place.
 */
export class PostingLog {
  readonly #pages: Uint32Array[] = [];
  #page = new Uint32Array(0);
  #used = 0;
  /** Postings of each document. */
  #counts = new Uint16Array(1024);
  #documents = 0;

  get documents(): number {
    return this.#documents;
  }

  /** Adds a posting of the document that is open. */
  add(term: number, packedCounts: number): void {
    if (this.#used === this.#page.length) {
      this.#page = new Uint32Array(PAGE_ENTRIES);
      this.#pages.push(this.#page);
      this.#used = 0;
    }
    this.#page[this.#used++] = term * (1 << COUNT_BITS) + packedCounts;
  }

  /** Ends the open document, which has so many postings. */
  endDocument(postings: number): void {
    if (this.#documents === this.#counts.length) {
      const larger = new Uint16Array(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[this.#documents++] = postings;
  }

  /**
   * The postings of terms whose rank is in a range, by rank and within that by document.
   * @param ranks rank of each term.
   * @param starts place of each rank's first posting in the result; changed to that of its end.
   * @returns document times 64 and packed counts.
   */
  collect(
    ranks: Uint32Array,
    first: number,
    end: number,
    starts: Uint32Array,
    total: number,
  ): Uint32Array {
    const collected = new Uint32Array(total);
    let document = 0;
    let left = this.#counts[0] ?? 0;
    for (const page of this.#pages) {
      const used = page === this.#page ? this.#used : page.length;
      for (let at = 0; at < used; at++) {
        while (left === 0) left = this.#counts[++document] ?? 0;
        left--;
        const entry = page[at] ?? 0;
        const rank = ranks[entry >>> COUNT_BITS] ?? 0;
        if (rank < first || rank >= end) continue;
        const place = starts[rank - first] ?? 0;
        collected[place] = document * (1 << COUNT_BITS) + (entry & 63);
        starts[rank - first] = place + 1;
      }
    }
    return collected;
  }
}

/** The document of a collected posting. */
export function documentOf(posting: number): number {
  return posting >>> COUNT_BITS;
}
