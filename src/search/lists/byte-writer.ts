/** Bytes that are appended to, for encoding. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** An unsigned integer below 2^32, seven bits a byte, lowest first; the top bit says "more". */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** The character codes of a text of ASCII. */
  ascii(text: string): void {
    this.#reserve(text.length);
    for (let at = 0; at < text.length; at++) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.byteLength);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.byteLength;
  }

  /**
   * Integers of `width` bits one after another, lowest bit first, and zero bits up to a whole byte.
   * @param width 0 to 25.
   */
  packed(values: Uint32Array, count: number, width: number): void {
    const bytes = (count * width + 7) >> 3;
    this.#reserve(bytes);
    const start = this.#length;
    this.#bytes.fill(0, start, start + bytes);
    for (let index = 0; index < count; index++) {
      let bit = index * width;
      let rest = values[index] ?? 0;
      let left = width;
      while (left > 0) {
        const at = start + (bit >> 3);
        const shift = bit & 7;
        this.#bytes[at] = (this.#bytes[at] ?? 0) | ((rest << shift) & 0xff);
        const taken = 8 - shift;
        rest >>>= taken;
        bit += taken;
        left -= taken;
      }
    }
    this.#length = start + bytes;
  }

  /** The bytes so far, not copied: good until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  /** The bytes so far as a copy; the writer is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.view());
    this.#bytes = larger;
  }
}
