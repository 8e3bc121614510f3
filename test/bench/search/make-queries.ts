import { seeded } from '../relevance/known-items.ts';

/** A query as the worker gets it. */
export interface BenchQuery {
  readonly text: string;
  readonly isTyping: boolean;
}

export const QUERY_KINDS = ['warm', 'long', 'prefix', 'spelling'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

const LONG_WORDS = 20;
const MOST_WORDS = 6;
const QUESTION_STARTS = ['are there papers that use', 'what is known about', 'how can we improve'];

/** Queries of every kind from real titles: 1,000 of one to six words, and a fifth of that of the others. */
export function makeQueries(
  titles: readonly string[],
  seed: number,
): Record<QueryKind, BenchQuery[]> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const drawWords = (): string[] => {
    const title = titles[below(titles.length)] ?? '';
    return title.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '');
  };
  const some = (): string[] => {
    const words = drawWords();
    const count = Math.min(words.length, 1 + below(MOST_WORDS));
    const start = below(words.length - count + 1);
    return words.slice(start, start + count);
  };
  const long = (): string[] => {
    const words = QUESTION_STARTS[below(QUESTION_STARTS.length)]!.split(' ');
    while (words.length < LONG_WORDS) words.push(...drawWords());
    return words.slice(0, LONG_WORDS);
  };
  const cut = (words: string[]): string[] => {
    const last = words.at(-1) ?? '';
    return [...words.slice(0, -1), last.slice(0, Math.max(2, 1 + below(last.length)))];
  };
  const slip = (words: string[]): string[] => {
    const place = words.findIndex((word) => word.length > 5);
    return words.map((word, own) =>
      own === place
        ? `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`
        : word,
    );
  };
  const queries = (count: number, isTyping: boolean, words: () => string[]): BenchQuery[] =>
    Array.from({ length: count }, () => ({ text: words().join(' '), isTyping })).filter(
      ({ text }) => text !== '',
    );
  return {
    warm: queries(1000, false, some),
    long: queries(200, false, long),
    prefix: queries(200, true, () => cut(some())),
    spelling: queries(200, false, () => slip(some())),
  };
}
