const PAGE_BYTES = 1 << 24;

/** The most that a posting takes: 32 bits, seven in a byte. */
const MAX_POSTING_BYTES = 5;

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

/** A piece of the log. A posting is never cut in two. */
interface Page {
  readonly bytes: Uint8Array;
  used: number;
}

/**
 * All postings of an archive in the order of its documents, and within each by term. A posting is one integer:
 * how far its term is from the one before, times 64, and its counts; seven bits a byte, the lowest first,
 * the top bit says "more". That takes half the memory of four bytes each, which is most that a build needs. The
 * document is known from the place.
 */
export class PostingLog {
  readonly #pages: Page[] = [];
  #page: Page = { bytes: new Uint8Array(), used: 0 };
  /** Term of the posting before in the open document. */
  #term = 0;
  /** Postings of each document. */
  #counts = new Uint16Array(1024);
  #documents = 0;

  get documents(): number {
    return this.#documents;
  }

  /** Adds a posting of the document that is open. Terms must come in ascending order. */
  add(term: number, packedCounts: number): void {
    if (this.#page.used + MAX_POSTING_BYTES > this.#page.bytes.length) {
      this.#page = { bytes: new Uint8Array(PAGE_BYTES), used: 0 };
      this.#pages.push(this.#page);
    }
    const { bytes } = this.#page;
    let at = this.#page.used;
    let rest = ((term - this.#term) * (1 << COUNT_BITS) + packedCounts) >>> 0;
    for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
    bytes[at++] = rest;
    this.#page.used = at;
    this.#term = term;
  }

  /** Ends the open document, which has so many postings. */
  endDocument(postings: number): void {
    if (this.#documents === this.#counts.length) {
      const larger = new Uint16Array(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[this.#documents++] = postings;
    this.#term = 0;
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
    let term = 0;
    for (const { bytes, used } of this.#pages) {
      for (let at = 0; at < used;) {
        for (; left === 0; term = 0) left = this.#counts[++document] ?? 0;
        left--;
        let byte = bytes[at++] ?? 0;
        let entry = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[at++] ?? 0;
          entry |= (byte & 0x7f) << shift;
        }
        term += entry >>> COUNT_BITS;
        const rank = ranks[term] ?? 0;
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
