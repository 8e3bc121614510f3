import type { RecordBatch } from './paper-batch.ts';

/** Enough that handing over costs nothing beside the work, little enough to spread it evenly. */
const BATCH_BYTES = 512 * 1024;

/** Gathers records, given as bytes, into batches for threads. */
export class RecordBatcher {
  readonly #onBatch: (batch: RecordBatch) => void;
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  #firstRecord = 0;

  constructor(onBatch: (batch: RecordBatch) => void) {
    this.#onBatch = onBatch;
  }

  /** Takes a record; `number` is its place in the dump. Batches hold consecutive records. */
  add(record: Uint8Array, number: number): void {
    if (number !== this.#firstRecord + this.#pieces.length) this.finish();
    if (this.#pieces.length === 0) this.#firstRecord = number;
    this.#pieces.push(record);
    this.#bytes += record.byteLength;
    if (this.#bytes >= BATCH_BYTES) this.finish();
  }

  /** Hands over what is gathered, if anything is. */
  finish(): void {
    if (this.#pieces.length === 0) return;
    const bytes = new Uint8Array(this.#bytes);
    const ends = new Int32Array(this.#pieces.length);
    let at = 0;
    for (const [place, piece] of this.#pieces.entries()) {
      bytes.set(piece, at);
      at += piece.byteLength;
      ends[place] = at;
    }
    const firstRecord = this.#firstRecord;
    this.#pieces = [];
    this.#bytes = 0;
    this.#onBatch({ firstRecord, bytes, ends });
  }
}
