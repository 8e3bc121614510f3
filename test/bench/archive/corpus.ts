import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { itemOf, type Random } from './random.ts';

/** What is taken from the corpus: parts to mix, never whole papers. */
export interface Corpus {
  readonly titles: readonly string[];
  /** Abstracts, each in sentences that keep the blank behind them. */
  readonly abstracts: readonly (readonly string[])[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

/** Reads a packed file of JSON lines {title, abstract, authors}. */
export function readCorpus(file: string): Corpus {
  const titles: string[] = [];
  const abstracts: string[][] = [];
  const givenNames = new Set<string>();
  const familyNames = new Set<string>();
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const paper = JSON.parse(line) as { title: string; abstract: string; authors: string[] };
    titles.push(paper.title);
    abstracts.push(paper.abstract.split(/(?<=[.?!]\s)/));
    for (const author of paper.authors) {
      const names = author.split(' ');
      if (names.length < 2) continue;
      givenNames.add(names[0] ?? '');
      familyNames.add(names.at(-1) ?? '');
    }
  }
  return {
    titles,
    abstracts,
    givenNames: [...givenNames],
    familyNames: [...familyNames],
  };
}

/** The begin of one title and the end of another. */
export function mixTitle({ titles }: Corpus, random: Random): string {
  const first = random.pick(titles).split(' ');
  const second = random.pick(titles).split(' ');
  const begin = first.slice(0, Math.ceil(first.length / 2));
  return [...begin, ...second.slice(Math.floor(second.length / 2))].join(' ');
}

/** Sentences of two or three abstracts, as many as the first of them has. */
export function mixSentences({ abstracts }: Corpus, random: Random): string[] {
  const first = random.pick(abstracts);
  const sources = [first, random.pick(abstracts), random.pick(abstracts)];
  const used = random.chance(0.5) ? 2 : 3;
  const mixed: string[] = [];
  for (let place = 0; place < first.length; place++) {
    const source = itemOf(sources, place % used);
    const sentence = source[Math.min(place, source.length - 1)] ?? '';
    mixed.push(/\s$/.test(sentence) ? sentence : `${sentence} `);
  }
  return mixed;
}

/** `count` sentences of anywhere, for descriptions. */
export function mixDescription({ abstracts }: Corpus, random: Random, count: number): string {
  const sentences = Array.from({ length: count }, () => random.pick(random.pick(abstracts)).trim());
  return sentences.join(' ');
}
