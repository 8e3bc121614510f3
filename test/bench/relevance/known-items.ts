/** Queries whose right answer is known, since each was made from one paper. */

export interface ItemPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
}

export interface KnownItem {
  /** Place of the paper. */
  readonly paper: number;
  readonly text: string;
}

/** What people do who know a paper and look for it. */
/** `question`: a sentence of the abstract that was taken out of it, asked as a question. */
export const ITEM_KINDS = [
  'title',
  'title_words',
  'rare_words',
  'author_word',
  'misspelt',
  'typed',
  'question',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const STOP_WORDS = new Set(
  `a about an and are as at be by can do does for from how in into is it its of on or that the this to
  using via we what when which with without`.split(/\s+/),
);

/** What TeX touches: nobody looks for the `ldots` of `\ldots`, nor for the `roup` of `\textbf{G}roup`. */
const TEX = /\S*[\\${}]\S*/g;

const TYPED_WORDS = 4;
const RARE_WORDS = 3;
const MISSPELT_WORDS = 5;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** A generator of numbers in [0, 1), the same for the same seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface KnownItems {
  /** The papers to search: abstracts without the sentences that questions were made of. */
  readonly papers: readonly ItemPaper[];
  readonly items: Record<ItemKind, KnownItem[]>;
}

/** Queries of every kind for papers drawn at random; a paper that gives none for a kind is left out of it. */
export function makeKnownItems(
  given: readonly ItemPaper[],
  count: number,
  seed: number,
): KnownItems {
  const { papers, questions } = holdOutQuestions(given, count, seed);
  const random = seeded(seed);
  const frequencies = countWords(papers);
  const items = { ...emptyItems(), question: questions };
  for (let drawn = 0; drawn < count; drawn++) {
    const paper = Math.floor(random() * papers.length);
    const { title, authors, abstract } = papers[paper]!;
    const words = wordsOf(title).filter((word) => !STOP_WORDS.has(word.toLowerCase()));
    const texts: Record<Exclude<ItemKind, 'question'>, string | null> = {
      title,
      title_words: words.join(' '),
      rare_words: rarestWords(`${title} ${abstract}`.replace(TEX, ' '), frequencies),
      author_word: authorAndWord(authors, words, random),
      misspelt: misspell(words, random),
      typed: asTyped(title),
    };
    for (const [kind, text] of Object.entries(texts)) {
      if (text !== null && text !== '') items[kind as ItemKind].push({ paper, text });
    }
  }
  return { papers, items };
}

function emptyItems(): Record<ItemKind, KnownItem[]> {
  return Object.fromEntries(ITEM_KINDS.map((kind): [string, KnownItem[]] => [kind, []])) as Record<
    ItemKind,
    KnownItem[]
  >;
}

/**
 * Words as people type them: with the dashes and apostrophes inside of them, as in "doesn't", and without
 * those at their ends, as in the "-Rank" of "$\alpha$-Rank".
 */
function wordsOf(text: string): string[] {
  return text
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^['’-]+|['’-]+$/g, ''))
    .filter((word) => word !== '');
}

function countWords(papers: readonly ItemPaper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, abstract } of papers) {
    for (const word of new Set(wordsOf(`${title} ${abstract}`.toLowerCase()))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The rarest words that another paper has too, no two of one stem. */
function rarestWords(text: string, frequencies: ReadonlyMap<string, number>): string | null {
  const words = [...new Set(wordsOf(text.toLowerCase()))]
    .filter((word) => /^[a-z]{3,}$/.test(word) && (frequencies.get(word) ?? 0) >= 2)
    .sort((a, b) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0));
  const stems = new Set<string>();
  const rare = words.filter((word) => {
    const stem = word.slice(0, 5);
    if (stems.has(stem)) return false;
    stems.add(stem);
    return true;
  });
  return rare.length < RARE_WORDS ? null : rare.slice(0, RARE_WORDS).join(' ');
}

function authorAndWord(
  authors: readonly string[],
  words: readonly string[],
  random: () => number,
): string | null {
  const surname = authors[0]?.split(' ').at(-1);
  const long = words.filter((word) => word.length > 4);
  const word = long[Math.floor(random() * long.length)];
  return surname === undefined || word === undefined ? null : `${surname} ${word}`;
}

/** The first words of a title with one slip in one of them: a letter dropped, changed or swapped. */
function misspell(words: readonly string[], random: () => number): string | null {
  const shown = words.slice(0, MISSPELT_WORDS);
  const long = shown.filter((word) => /^[a-z]{6,}$/i.test(word));
  const word = long[Math.floor(random() * long.length)];
  if (word === undefined) return null;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [head, letter, next, tail] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  const other = ALPHABET.charAt(Math.floor(random() * ALPHABET.length));
  const slips = [head + next + tail, head + next + letter + tail, head + other + next + tail];
  const slip = slips[Math.floor(random() * slips.length)];
  return slip === word ? null : shown.map((own) => (own === word ? slip : own)).join(' ');
}

/** The first words of a title, the last one half typed. */
function asTyped(title: string): string | null {
  const words = title.split(/\s+/).slice(0, TYPED_WORDS);
  const last = words.at(-1);
  if (words.length < TYPED_WORDS || last === undefined) return null;
  return [...words.slice(0, -1), last.slice(0, Math.ceil(last.length / 2))].join(' ');
}

const QUESTION_STARTS = [
  'are there papers that',
  'which papers',
  'how do people',
  'has anyone tried to',
  'what is known about work where',
];
const QUESTION_WORDS = { least: 8, most: 25 };
const LEAST_SENTENCES = 4;
/** Papers drawn for each query of the other kinds: many give no question, and ranks of questions vary most. */
const QUESTION_DRAWS = 3;

/**
 * Takes a sentence out of the abstracts of papers drawn at random, and makes a question of each: so the
 * paper has to be found by what else it says, in other words. Stands for the questions of people, of which
 * there is no set with answers here.
 */
function holdOutQuestions(given: readonly ItemPaper[], count: number, seed: number) {
  const random = seeded(seed + 1);
  const papers = [...given];
  const questions: KnownItem[] = [];
  for (let drawn = 0; drawn < count * QUESTION_DRAWS; drawn++) {
    const place = Math.floor(random() * papers.length);
    const own = papers[place]!;
    const sentences = own.abstract.split(/(?<=[a-z)][.?!])\s+(?=[A-Z])/u);
    const at = 1 + Math.floor(random() * (sentences.length - 1));
    const words = wordsOf(sentences[at] ?? '');
    const fits = words.length >= QUESTION_WORDS.least && words.length <= QUESTION_WORDS.most;
    if (sentences.length < LEAST_SENTENCES || !fits) continue;
    papers[place] = { ...own, abstract: sentences.toSpliced(at, 1).join(' ') };
    const start = QUESTION_STARTS[Math.floor(random() * QUESTION_STARTS.length)]!;
    questions.push({ paper: place, text: `${start} ${words.join(' ').toLowerCase()}` });
  }
  return { papers, questions };
}
