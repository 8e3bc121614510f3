import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  abstractCount,
  documentOf,
  packCounts,
  PostingLog,
  titleCount,
} from '../../../../src/search/build/posting-log.ts';

const TERMS = 12;

const documents = fc.array(
  fc.uniqueArray(
    fc.record({
      term: fc.integer({ min: 0, max: TERMS - 1 }),
      title: fc.integer({ min: 0, max: 3 }),
      abstract: fc.integer({ min: 0, max: 15 }),
    }),
    { selector: ({ term }) => term, maxLength: 12 },
  ),
  { maxLength: 20 },
);

test('collected postings are those of the ranks asked for, by rank and then by document', () => {
  fc.assert(
    fc.property(
      documents,
      fc.shuffledSubarray([...Array(TERMS).keys()], { minLength: TERMS }),
      fc.integer({ min: 0, max: TERMS }),
      fc.integer({ min: 0, max: TERMS }),
      (given, ranks, one, other) => {
        const [first, end] = [Math.min(one, other), Math.max(one, other)];
        const log = new PostingLog();
        for (const postings of given) {
          for (const { term, title, abstract } of postings.toSorted((a, b) => a.term - b.term)) {
            log.add(term, packCounts(title, abstract));
          }
          log.endDocument(postings.length);
        }
        const expected = given
          .flatMap((postings, document) =>
            postings.map(({ term, title, abstract }) => ({
              rank: ranks[term] ?? 0,
              posting: { document, title, abstract },
            })),
          )
          .filter(({ rank }) => rank >= first && rank < end)
          .sort((a, b) => a.rank - b.rank || a.posting.document - b.posting.document);
        const starts = Uint32Array.from({ length: end - first }, (_, place) =>
          expected.findIndex(({ rank }) => rank >= first + place),
        );
        const collected = log.collect(Uint32Array.from(ranks), first, end, starts, expected.length);
        expect(
          Array.from(collected, (posting) => ({
            document: documentOf(posting),
            title: titleCount(posting),
            abstract: abstractCount(posting),
          })),
        ).toEqual(expected.map(({ posting }) => posting));
        expect(log.documents).toBe(given.length);
      },
    ),
  );
});

test('postings of any size go on from page to page', () => {
  const log = new PostingLog();
  const documents = 1_500;
  const perDocument = 4_000;
  const highest = 2 ** 23;
  const counts = packCounts(3, 15);
  for (let document = 0; document < documents; document++) {
    for (let one = 0; one < perDocument; one++) log.add(one * 500, counts);
    log.add(highest, counts);
    log.endDocument(perDocument + 1);
  }
  const ranks = new Uint32Array(highest + 1).fill(1);
  ranks[highest] = 0;
  const collected = log.collect(ranks, 0, 1, new Uint32Array(1), documents);
  expect(Array.from(collected, documentOf)).toEqual([...Array(documents).keys()]);
  expect(collected.every((posting) => (posting & 63) === counts)).toBe(true);
});
