/**
 * Random numbers from a seed, the same on every machine: sfc32 by Chris Doty-Humphrey, seeded by the
 * hash of a text. Only integer steps and exact divisions, so no platform's arithmetic shows.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at++) {
      hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    }
    this.#a = hash | 0;
    this.#b = Math.imul(hash, 0x9e3779b9) | 0;
    this.#c = (hash ^ 0x5bf03635) | 0;
    for (let round = 0; round < 15; round++) this.uint32();
  }

  uint32(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** At least 0 and below 1. */
  unit(): number {
    return this.uint32() / 2 ** 32;
  }

  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.unit() * end);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** Low numbers far more often than high ones: the square, or cube, of an even choice. */
  skewed(end: number, power: 2 | 3): number {
    const unit = this.unit();
    return Math.floor(end * (power === 2 ? unit * unit : unit * unit * unit));
  }

  pick<T>(items: readonly T[]): T {
    return itemOf(items, this.below(items.length));
  }

  /** Adds one as long as chance allows, up to `most`: mostly small counts with a long tail. */
  count(share: number, most: number): number {
    let count = 0;
    while (count < most && this.chance(share)) count++;
    return count;
  }
}

/** An item that is known to be there. */
export function itemOf<T>(items: readonly T[], place: number): T {
  if (place < 0 || place >= items.length) throw new RangeError(`There is no item ${place}`);
  return items[place] as T;
}

/** The items in an order of their own. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [itemOf(order, other), itemOf(order, last)];
  }
  return order;
}
