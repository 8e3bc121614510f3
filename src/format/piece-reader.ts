/** Reads a stream of pieces in portions of a wanted size. Holds one piece and one portion at a time. */
export interface PieceReader {
  /** Bytes taken from the stream so far. */
  readonly position: number;
  /** Hands over the next `size` bytes, piece by piece; returns how many there were. */
  take(size: number, handOver: (part: Uint8Array) => void): Promise<number>;
  /** Up to `size` bytes, in a buffer of their own: fewer only when the stream ends there. */
  readRest(size: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function createPieceReader(source: Pick<AsyncIterator<Uint8Array>, 'next'>): PieceReader {
  let piece: Uint8Array = new Uint8Array(0);
  const reader: PieceReader & { position: number } = {
    position: 0,
    async take(size, handOver) {
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
        piece = piece.subarray(part.byteLength);
      }
      reader.position += taken;
      return taken;
    },
    async readRest(size) {
      const bytes = new Uint8Array(size);
      let filled = 0;
      await reader.take(size, (part) => {
        bytes.set(part, filled);
        filled += part.byteLength;
      });
      return filled === size ? bytes : bytes.slice(0, filled);
    },
  };
  return reader;
}
