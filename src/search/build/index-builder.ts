import { foldText } from '../words/fold-text.ts';
import { scanWordRanges } from '../words/scan-words.ts';
import { isStopWord } from '../words/stop-words.ts';
import { authorTerm, boardTerm, textTerm } from '../words/terms.ts';
import { PAIR_BYTES, setPairBits } from '../title-pairs.ts';
import { MAX_TERM_IDS, packCounts, PostingLog } from './posting-log.ts';
import { WordTable } from './word-table.ts';

/** What of a paper is searched. */
export interface SearchedPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string | null;
  /** Slugs of the leaderboards that it is on. */
  readonly boards?: readonly string[];
}

/** Everything counted: what the lists of an index are written from. */
export interface CountedPapers {
  readonly documents: number;
  /** Terms by id, in the order of arrival. */
  readonly terms: readonly string[];
  /** Documents of each term; 0 for terms that are not to be indexed. */
  readonly frequencies: Uint32Array;
  readonly log: PostingLog;
  /** Words of each document's title and abstract. */
  readonly titleLengths: Uint16Array;
  readonly abstractLengths: Uint16Array;
  /** 6 bytes a document: `setPairBits`. */
  readonly titlePairs: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const MAX_LENGTH = 0xffff;

/** Titles up to this length are found by their stop words too: they may have nothing else. */
const MAX_WORDS_WITH_STOPS = 3;

const STANDS_ALONE = 1;
const STOP_WORD = 2;

/** Compounds of fewer documents that nobody writes as one word are left to their parts. */
const MIN_COMPOUND_DOCUMENTS = 3;

/** Words kept with their terms, so that each is folded into its term once and not at every place. */
const MAX_KNOWN_WORDS = 2_000_000;

/** Counts the words of papers, one after the other in the order of their numbers. */
export class IndexBuilder {
  readonly #terms: string[] = [];
  #idByTerm = new Map<string, number>();
  #idByWord = new WordTable();
  #idByName = new WordTable();
  readonly #log = new PostingLog();
  #frequencies = new Uint32Array(1 << 16);
  /** Counts of the open document, by term. */
  #titleCounts = new Uint16Array(1 << 16);
  #abstractCounts = new Uint16Array(1 << 16);
  /** Terms that stand alone somewhere, and those of stop words. */
  #marks = new Uint8Array(1 << 16);
  readonly #touched: number[] = [];
  #titleLengths = new Uint16Array(1024);
  #abstractLengths = new Uint16Array(1024);
  #titlePairs = new Uint8Array(1024 * PAIR_BYTES);
  #documents = 0;

  add({ title, authors, abstract, boards = [] }: SearchedPaper): void {
    this.#growDocuments();
    const document = this.#documents;
    this.#titleLengths[document] = this.#addTitle(title);
    this.#abstractLengths[document] = abstract === null ? 0 : this.#addAbstract(abstract);
    this.#addAuthors(authors);
    for (const slug of boards) this.#addName(this.#termId(boardTerm(slug)));
    const touched = this.#touched;
    for (const id of new Uint32Array(touched).sort()) {
      this.#log.add(id, packCounts(this.#titleCounts[id] ?? 0, this.#abstractCounts[id] ?? 0));
      this.#frequencies[id] = (this.#frequencies[id] ?? 0) + 1;
      this.#titleCounts[id] = 0;
      this.#abstractCounts[id] = 0;
    }
    this.#log.endDocument(touched.length);
    touched.length = 0;
    this.#documents++;
  }

  /** What was counted. The builder is not to be used afterwards. */
  finish(): CountedPapers {
    const documents = this.#documents;
    for (const id of this.#terms.keys()) {
      const isCompound = ((this.#marks[id] ?? 0) & STANDS_ALONE) === 0;
      if (isCompound && (this.#frequencies[id] ?? 0) < MIN_COMPOUND_DOCUMENTS) {
        this.#frequencies[id] = 0;
      }
    }
    // The lists are written while the log of all postings is held: there has to be room for both.
    this.#idByTerm = new Map();
    this.#idByWord = new WordTable();
    this.#idByName = new WordTable();
    return {
      documents,
      terms: this.#terms,
      frequencies: this.#frequencies.subarray(0, this.#terms.length),
      log: this.#log,
      titleLengths: this.#titleLengths.subarray(0, documents),
      abstractLengths: this.#abstractLengths.subarray(0, documents),
      titlePairs: this.#titlePairs.slice(0, documents * PAIR_BYTES),
    };
  }

  /** @returns words of the title. */
  #addTitle(title: string): number {
    let length = 0;
    const sequence: string[] = [];
    const ids: number[] = [];
    scanWordRanges(foldText(title), (text, start, end, kind) => {
      const id = this.#textId(text, start, end);
      if (kind !== 'part') sequence.push(this.#terms[id] ?? '');
      if (kind !== 'whole') {
        length++;
        this.#marks[id] = (this.#marks[id] ?? 0) | STANDS_ALONE;
      }
      ids.push(id);
    });
    for (const id of ids) {
      if (length > MAX_WORDS_WITH_STOPS && ((this.#marks[id] ?? 0) & STOP_WORD) !== 0) continue;
      this.#touch(id);
      this.#titleCounts[id] = (this.#titleCounts[id] ?? 0) + 1;
    }
    setPairBits(sequence, this.#titlePairs, this.#documents * PAIR_BYTES);
    return Math.min(length, MAX_LENGTH);
  }

  #addAbstract(abstract: string): number {
    let length = 0;
    scanWordRanges(foldText(abstract), (text, start, end, kind) => {
      const id = this.#textId(text, start, end);
      const marks = this.#marks[id] ?? 0;
      if (kind !== 'whole') {
        length++;
        if ((marks & STOP_WORD) !== 0) return;
        this.#marks[id] = marks | STANDS_ALONE;
      }
      this.#touch(id);
      this.#abstractCounts[id] = (this.#abstractCounts[id] ?? 0) + 1;
    });
    return Math.min(length, MAX_LENGTH);
  }

  /** Initials are in half of all papers and tell nobody apart. */
  #addAuthors(authors: readonly string[]): void {
    for (const author of authors) {
      scanWordRanges(foldText(author), (text, start, end, kind) => {
        if (kind === 'whole' || end - start === 1) return;
        this.#addName(this.#nameId(text, start, end));
      });
    }
  }

  /** However often a name is there, it counts once. */
  #addName(id: number): void {
    this.#marks[id] = STANDS_ALONE;
    this.#touch(id);
    this.#titleCounts[id] = 1;
  }

  #touch(id: number): void {
    if (this.#titleCounts[id] === 0 && this.#abstractCounts[id] === 0) this.#touched.push(id);
  }

  #textId(text: string, start: number, end: number): number {
    const id = this.#idByWord.get(text, start, end);
    return id >= 0 ? id : this.#newId(this.#idByWord, text.slice(start, end), textTerm);
  }

  #nameId(text: string, start: number, end: number): number {
    const id = this.#idByName.get(text, start, end);
    return id >= 0 ? id : this.#newId(this.#idByName, text.slice(start, end), authorTerm);
  }

  #newId(known: WordTable, word: string, termOf: (word: string) => string): number {
    const found = this.#termId(termOf(word));
    if (isStopWord(word)) this.#marks[found] = STOP_WORD;
    if (known.size < MAX_KNOWN_WORDS) known.add(word, found);
    return found;
  }

  #termId(term: string): number {
    const known = this.#idByTerm.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    if (id >= MAX_TERM_IDS) throw new Error(`More than ${MAX_TERM_IDS} terms: the log has no room`);
    const own = ownText(term);
    this.#terms.push(own);
    this.#idByTerm.set(own, id);
    if (id >= this.#frequencies.length) this.#growTerms();
    return id;
  }

  #growTerms(): void {
    this.#frequencies = grow(this.#frequencies, (length) => new Uint32Array(length));
    this.#titleCounts = grow(this.#titleCounts, (length) => new Uint16Array(length));
    this.#abstractCounts = grow(this.#abstractCounts, (length) => new Uint16Array(length));
    this.#marks = grow(this.#marks, (length) => new Uint8Array(length));
  }

  #growDocuments(): void {
    if (this.#documents < this.#titleLengths.length) return;
    const words = (length: number) => new Uint16Array(length);
    this.#titleLengths = grow(this.#titleLengths, words);
    this.#abstractLengths = grow(this.#abstractLengths, words);
    this.#titlePairs = grow(this.#titlePairs, (length) => new Uint8Array(length));
  }
}

function grow<T extends { readonly length: number; set(values: T): void }>(
  values: T,
  make: (length: number) => T,
): T {
  const larger = make(values.length * 2);
  larger.set(values);
  return larger;
}

/** A copy that does not hang on the text that it was cut from. */
function ownText(slice: string): string {
  return slice.length < 13 ? slice : decoder.decode(encoder.encode(slice));
}
