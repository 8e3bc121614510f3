export interface TopResult {
  readonly document: number;
  readonly score: number;
}

/** The best of many results: a heap with the worst of them on top. Documents come in any order. */
export class TopResults {
  readonly #limit: number;
  readonly #documents: Int32Array;
  readonly #scores: Int32Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#documents = new Int32Array(limit);
    this.#scores = new Int32Array(limit);
  }

  /** What a result must reach to be among the best. */
  get least(): number {
    return this.#size < this.#limit ? 0 : (this.#scores[0] ?? 0);
  }

  /** Of equal scores the later document is the better one. */
  add(document: number, score: number): void {
    if (this.#limit === 0) return;
    if (this.#size < this.#limit) {
      this.#rise(this.#size++, document, score);
    } else if (this.#isWorse(0, document, score)) {
      this.#sink(document, score);
    }
  }

  /** The best results, best first. */
  finish(): TopResult[] {
    const results: TopResult[] = [];
    for (let index = 0; index < this.#size; index++) {
      results.push({
        document: this.#documents[index] ?? 0,
        score: this.#scores[index] ?? 0,
      });
    }
    return results.sort((a, b) => b.score - a.score || b.document - a.document);
  }

  #isWorse(index: number, document: number, score: number): boolean {
    const other = this.#scores[index] ?? 0;
    return other < score || (other === score && (this.#documents[index] ?? 0) < document);
  }

  #rise(start: number, document: number, score: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(parent, document, score)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#documents[at] = document;
    this.#scores[at] = score;
  }

  /** Puts a result in the place of the worst. */
  #sink(document: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        this.#isWorse(right, this.#documents[child] ?? 0, this.#scores[child] ?? 0)
      ) {
        child = right;
      }
      if (!this.#isWorse(child, document, score)) break;
      this.#move(child, at);
      at = child;
    }
    this.#documents[at] = document;
    this.#scores[at] = score;
  }

  #move(from: number, to: number): void {
    this.#documents[to] = this.#documents[from] ?? 0;
    this.#scores[to] = this.#scores[from] ?? 0;
  }
}
