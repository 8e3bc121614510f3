import { TruncatedError } from './errors.ts';

/** Reads a stream of pieces in portions of a wanted size. Holds one piece and one portion at a time. */
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
  let piece: Uint8Array = new Uint8Array(0);
  let position = 0;

  /** Hands over the next `size` bytes, piece by piece; returns how many there were. */
  async function take(size: number, handOver: (part: Uint8Array) => void): Promise<number> {
    let taken = 0;
    while (taken < size) {
      if (piece.byteLength === 0) {
        const next = await source.next();
        if (next.done === true) break;
        piece = next.value;
        continue;
      }
      const part = piece.subarray(0, size - taken);
      handOver(part);
      taken += part.byteLength;
      position += part.byteLength;
      piece = piece.subarray(part.byteLength);
    }
    return taken;
  }

  async function readRest(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(size);
    let filled = 0;
    await take(size, (part) => {
      bytes.set(part, filled);
      filled += part.byteLength;
    });
    return filled === size ? bytes : bytes.slice(0, filled);
  }

  return {
    get position() {
      return position;
    },
    async read(size) {
      const bytes = await readRest(size);
      if (bytes.byteLength < size) throw new TruncatedError(what, position);
      return bytes;
    },
    async skip(size) {
      const skipped = await take(size, () => undefined);
      if (skipped < size) throw new TruncatedError(what, position);
    },
    readRest,
  };
}
