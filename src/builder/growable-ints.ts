/** A list of 32-bit integers that grows. Eight bytes less an entry than a plain array. */
export class GrowableInts {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(place: number): number {
    return place < this.#length ? (this.#values[place] ?? 0) : 0;
  }

  /** The values so far, not copied. Only good until the next push. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}

/** Lists of 32-bit integers, one added after another. */
export class GrowingLists {
  readonly #ends = new GrowableInts();
  readonly #items = new GrowableInts();

  get length(): number {
    return this.#ends.length;
  }

  push(list: readonly number[]): void {
    for (const item of list) this.#items.push(item);
    this.#ends.push(this.#items.length);
  }

  /** One of the lists, not copied; empty when there is none. Only good until the next push. */
  at(list: number): Int32Array {
    return this.#items.view().subarray(this.#ends.at(list - 1), this.#ends.at(list));
  }

  /** The items of all lists, not copied. Only good until the next push. */
  items(): Int32Array {
    return this.#items.view();
  }
}
