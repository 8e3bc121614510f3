import type { Corpus } from './corpus.ts';
import { itemOf, type Random } from './random.ts';

/** People who write together: consecutive numbers. */
const GROUP = 12;
const MAX_AUTHORS = 60;
/** Authors a paper has beside the first. */
const FEWEST_FURTHER = 2;
/** Draws an author takes on average, since a group is small. */
const DRAWN_TWICE = 1.25;

/** Draws authors of papers: many write once, few very often, and mostly with the same people. */
export class AuthorNames {
  readonly #names: readonly string[];
  readonly #moreShare: number;

  /** @param mean authors a paper has, at least 4. */
  constructor(count: number, mean: number, corpus: Corpus, random: Random) {
    this.#names = makeNames(count, corpus, random);
    // A count that goes on with chance p has p / (1 - p) on average; some are drawn twice.
    const more = Math.max(0, mean * DRAWN_TWICE - 1 - FEWEST_FURTHER);
    this.#moreShare = more / (1 + more);
  }

  draw(random: Random): string[] {
    // Low numbers are drawn more often, so that a few names are on many papers.
    const unit = random.unit();
    const lead = Math.floor(this.#names.length * unit * Math.sqrt(unit));
    const group = lead - (lead % GROUP);
    const further = FEWEST_FURTHER + random.count(this.#moreShare, MAX_AUTHORS);
    const places = new Set([lead]);
    for (let number = 0; number < further; number++) {
      const place = random.chance(0.6)
        ? group + random.below(GROUP)
        : random.below(this.#names.length);
      places.add(Math.min(place, this.#names.length - 1));
    }
    return [...places].map((place) => itemOf(this.#names, place));
  }
}

/** Distinct names, with a middle initial where two would be the same. */
function makeNames(count: number, corpus: Corpus, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const given = random.pick(corpus.givenNames);
    const family = random.pick(corpus.familyNames);
    const initial = random.chance(0.1) ? ` ${String.fromCharCode(0x41 + random.below(26))}.` : '';
    names.add(`${given}${initial} ${family}`);
  }
  return [...names];
}
