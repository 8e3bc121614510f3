import { ByteWriter } from '../lists/byte-writer.ts';
import { encodePostings } from '../lists/posting-list.ts';

type Block = Uint8Array<ArrayBuffer>;

/** Decides where blocks of lists end, by the lists nearby. */
export interface ListCutter {
  /** @returns whether a block ends before the list of that name, and whether it ends after it. */
  add(name: string, bytes: number): { readonly endsBefore: boolean; readonly endsAfter: boolean };
}

/** Writes posting lists one after another, in blocks. */
export class ListBlocks {
  readonly #cutter: ListCutter;
  readonly #maxBytes: number;
  readonly #emit: (block: Block) => void;
  readonly #block = new ByteWriter();
  readonly #list = new ByteWriter();
  /** Bytes of all lists so far. */
  bytes = 0;

  /** @param maxBytes of a block: longer lists go on in the next. */
  constructor(cutter: ListCutter, maxBytes: number, emit: (block: Block) => void) {
    this.#cutter = cutter;
    this.#maxBytes = maxBytes;
    this.#emit = emit;
  }

  /**
   * @param from the least document that the list could have.
   * @returns bytes of the list.
   */
  add(
    name: string,
    documents: ArrayLike<number>,
    impacts: ArrayLike<number>,
    from: number,
  ): number {
    encodePostings(this.#list, documents, impacts, documents.length, from);
    const { length } = this.#list;
    this.addBytes(name, this.#list.view());
    this.#list.take();
    return length;
  }

  /** Adds what is no list, but stands among them. */
  addBytes(name: string, bytes: Uint8Array): void {
    const { byteLength } = bytes;
    // A list that fits into a block is not cut: reading it then takes one.
    const { endsBefore, endsAfter } = this.#cutter.add(name, byteLength);
    if (endsBefore) this.finish();
    for (let at = 0; at < byteLength; at += this.#maxBytes) {
      if (at > 0) this.finish();
      this.#block.bytes(bytes.subarray(at, at + this.#maxBytes));
    }
    if (endsAfter) this.finish();
    this.bytes += byteLength;
  }

  /** Ends the block. */
  finish(): void {
    if (this.#block.length > 0) this.#emit(this.#block.take());
  }
}
