/** Why the splitter hands over no bytes for an element. */
export type ElementProblem = 'too large' | 'too deep';

/** Receives each element of the array: its bytes, or the reason why there are none. */
export type OnElement = (bytes: Uint8Array | null, problem: ElementProblem | null) => void;

/** The stream is not one JSON array. `found` is its begin, for a message about what it is. */
export class NotAnArrayError extends Error {
  override readonly name = 'NotAnArrayError';
  constructor(
    readonly problem: 'empty' | 'other' | 'cut off' | 'text after it' | 'unbalanced',
    readonly found: Uint8Array = new Uint8Array(),
  ) {
    super(`The stream is not a JSON array: ${problem}`);
  }
}

export interface SplitLimits {
  readonly maxElementBytes: number;
  /** Brackets open at once within an element. */
  readonly maxDepth: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Bytes of the begin that an error shows. */
const HEAD_BYTES = 512;

/**
 * Cuts a stream of bytes that holds one JSON array into the bytes of its elements.
 *
 * It knows strings, escapes and depth, and nothing else of JSON: an element is whatever stands
 * between two commas of the outermost array, well formed or not. Memory: one element.
 */
export class ArraySplitter {
  readonly #limits: SplitLimits;
  readonly #onElement: OnElement;
  #state: 'before' | 'inside' | 'after' = 'before';
  #skippedMark = 0;
  #depth = 0;
  #deepest = 0;
  #inString = false;
  #escaped = false;
  /** Pieces of the current element from earlier chunks. */
  #pieces: Uint8Array[] = [];
  #pieceBytes = 0;
  #isTooLarge = false;
  #hasContent = false;

  constructor(limits: SplitLimits, onElement: OnElement) {
    this.#limits = limits;
    this.#onElement = onElement;
  }

  /**
   * Takes the next bytes. The chunk must not be changed afterwards.
   * @throws NotAnArrayError
   */
  push(chunk: Uint8Array): void {
    let at = 0;
    if (this.#state === 'before') at = this.#findBegin(chunk);
    if (this.#state === 'inside') at = this.#scan(chunk, at);
    if (this.#state === 'after') refuseText(chunk, at);
  }

  /** To be called after the last chunk. @throws NotAnArrayError */
  end(): void {
    if (this.#state === 'before') throw new NotAnArrayError('empty');
    if (this.#state === 'inside') throw new NotAnArrayError('cut off');
  }

  /** Skips a byte-order mark and white space up to the bracket; returns the place after it. */
  #findBegin(chunk: Uint8Array): number {
    const mark = [0xef, 0xbb, 0xbf];
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#skippedMark < 3 && byte === mark[this.#skippedMark]) {
        this.#skippedMark++;
      } else if (byte === OPEN_BRACKET) {
        this.#state = 'inside';
        return at + 1;
      } else if (!isBlank(byte)) {
        throw new NotAnArrayError('other', chunk.slice(at, at + HEAD_BYTES));
      }
    }
    return chunk.length;
  }

  /** Goes through bytes inside the array; returns the place where it stopped. */
  #scan(chunk: Uint8Array, begin: number): number {
    const end = chunk.length;
    let depth = this.#depth;
    let start = begin;
    let at = begin;
    while (at < end) {
      if (this.#inString) {
        at = this.#skipString(chunk, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      at++;
      if (byte === QUOTE) {
        this.#inString = true;
        this.#hasContent = true;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth++;
        if (depth > this.#deepest) this.#deepest = depth;
        this.#hasContent = true;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth--;
        if (depth < 0) {
          if (byte === CLOSE_BRACE) throw new NotAnArrayError('unbalanced');
          this.#keep(chunk, start, at - 1);
          if (this.#hasContent) this.#finishElement();
          this.#state = 'after';
          return at;
        }
      } else if (byte === COMMA && depth === 0) {
        this.#keep(chunk, start, at - 1);
        this.#finishElement();
        start = at;
      } else if (!this.#hasContent && !isBlank(byte)) {
        this.#hasContent = true;
      }
    }
    this.#depth = depth;
    this.#keep(chunk, start, end);
    return end;
  }

  /** Goes on to the end of a string or of the chunk. */
  #skipString(chunk: Uint8Array, begin: number): number {
    const end = chunk.length;
    let at = begin;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    while (at < end) {
      const byte = chunk[at];
      at++;
      if (byte === QUOTE) {
        this.#inString = false;
        return at;
      }
      if (byte === BACKSLASH) {
        if (at === end) this.#escaped = true;
        at++;
      }
    }
    return Math.min(at, end);
  }

  #keep(chunk: Uint8Array, start: number, end: number): void {
    if (end <= start || this.#isTooLarge) return;
    this.#pieceBytes += end - start;
    if (this.#pieceBytes > this.#limits.maxElementBytes) {
      this.#isTooLarge = true;
      this.#pieces = [];
      return;
    }
    this.#pieces.push(chunk.subarray(start, end));
  }

  #finishElement(): void {
    const problem = this.#isTooLarge
      ? 'too large'
      : this.#deepest > this.#limits.maxDepth
        ? 'too deep'
        : null;
    const bytes = problem === null ? concat(this.#pieces, this.#pieceBytes) : null;
    this.#pieces = [];
    this.#pieceBytes = 0;
    this.#isTooLarge = false;
    this.#hasContent = false;
    this.#depth = 0;
    this.#deepest = 0;
    this.#onElement(bytes, problem);
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function refuseText(chunk: Uint8Array, begin: number): void {
  for (let at = begin; at < chunk.length; at++) {
    if (!isBlank(chunk[at] ?? 0)) {
      throw new NotAnArrayError('text after it', chunk.slice(at, at + HEAD_BYTES));
    }
  }
}

function concat(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
