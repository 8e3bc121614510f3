import { TruncatedError } from '../errors.ts';
import { createPieceReader } from '../piece-reader.ts';

/** Reads a stream of pieces that has to hold what is asked for. */
export interface ByteReader {
  /** Bytes taken from the stream so far. */
  readonly position: number;
  /** The next `size` bytes, in a buffer of their own. @throws TruncatedError */
  read(size: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Passes over the next `size` bytes. @throws TruncatedError */
  skip(size: number): Promise<void>;
  /** Up to `size` bytes: fewer only when the stream ends there. */
  readRest(size: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** @param what the stream in words, for the error. */
export function createByteReader(source: AsyncIterator<Uint8Array>, what: string): ByteReader {
  const pieces = createPieceReader(source);

  function expectAll(found: number, size: number): void {
    if (found < size) throw new TruncatedError(what, pieces.position);
  }

  return {
    get position() {
      return pieces.position;
    },
    async read(size) {
      const bytes = await pieces.readRest(size);
      expectAll(bytes.byteLength, size);
      return bytes;
    },
    async skip(size) {
      expectAll(await pieces.take(size, () => undefined), size);
    },
    readRest: pieces.readRest,
  };
}
