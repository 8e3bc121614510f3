import { MalformedError } from '../../format/errors.ts';

/** Reads what a `ByteWriter` wrote, from a place on that may be set. */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** Place of the next byte; behind the last one when what was passed over is cut off. */
  at = 0;
  readonly #what: string;

  /** @param what is read, for errors. */
  constructor(bytes: Uint8Array, what: string) {
    this.bytes = bytes;
    this.#what = what;
  }

  /** The error that says that the bytes are no such thing. */
  damaged(): MalformedError {
    return new MalformedError(this.#what, 'it is cut off or damaged');
  }

  /** @throws MalformedError at the end. */
  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw this.damaged();
    return value;
  }

  /** An unsigned integer below 2^35. @throws MalformedError when it is longer, or cut off. */
  varint(): number {
    const first = this.byte();
    // Nearly all are of one byte or two.
    if (first < 0x80) return first;
    const second = this.byte();
    let value = (first & 0x7f) | ((second & 0x7f) << 7);
    if (second < 0x80) return value;
    for (let shift = 14; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw this.damaged();
  }

  /** Goes behind some varints, without a look at what they are or whether they end. */
  passVarints(count: number): void {
    for (let left = count; left > 0; left--) {
      while ((this.bytes[this.at++] ?? 0) >= 0x80);
    }
  }

  /** 16 bits at a place, low byte first. @throws MalformedError where there are none. */
  uint16At(at: number): number {
    if (at < 0 || at + 2 > this.bytes.byteLength) throw this.damaged();
    return (this.bytes[at] ?? 0) | ((this.bytes[at + 1] ?? 0) << 8);
  }
}
