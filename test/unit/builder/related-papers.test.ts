import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupPairs, invertLists, listOf, withoutRepeats } from '../../../src/builder/int-lists.ts';
import { FeatureTable, type FeatureKind } from '../../../src/builder/related/feature-table.ts';
import { RelatedPapers } from '../../../src/builder/related/related-papers.ts';

const KINDS = ['board', 'task', 'method', 'word', 'author'] as const;
type Given = { kind: FeatureKind; text: string }[][];

/** Papers by number: the higher, the newer. */
function relatedOf(papers: Given): RelatedPapers {
  const table = new FeatureTable();
  for (const [paper, features] of papers.entries()) {
    for (const { kind, text } of features) table.add(paper, kind, text);
  }
  return new RelatedPapers(
    table,
    Int32Array.from(papers.keys(), (paper) => papers.length - 1 - paper),
  );
}

const given = fc.array(
  fc.array(
    fc.record({ kind: fc.constantFrom(...KINDS), text: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
    { maxLength: 6 },
  ),
  { minLength: 2, maxLength: 12 },
);

test('finds what comparing every pair finds', () => {
  const weights = { board: 1, task: 1, word: 0.5, method: 0.6, author: 0.35 };
  fc.assert(
    fc.property(given, (papers) => {
      const related = relatedOf(papers);
      const names = papers.map(
        (features) => new Set(features.map(({ kind, text }) => `${kind} ${text}`)),
      );
      const weightOf = (name: string): number => {
        const count = names.filter((set) => set.has(name)).length;
        const rarity = Math.log(papers.length / count) / Math.log(papers.length);
        return (weights[name.split(' ')[0] as FeatureKind] ?? 0) * rarity * rarity;
      };
      for (const [paper, own] of names.entries()) {
        const naive = names
          .map((other, id) => ({
            id,
            score: [...own]
              .filter((name) => other.has(name))
              .reduce((sum, name) => sum + weightOf(name), 0),
          }))
          .filter(({ id, score }) => id !== paper && score >= 0.3)
          .map(({ score }) => score)
          .toSorted((a, b) => b - a)
          .slice(0, 8);
        const found = related.find(paper);
        const scores = found.map((one) =>
          [...own]
            .filter((name) => names[one]?.has(name))
            .reduce((sum, name) => sum + weightOf(name), 0),
        );
        expect(scores.map((score) => score.toFixed(6))).toEqual(
          naive.map((score) => score.toFixed(6)),
        );
      }
    }),
  );
});

describe('of papers that score the same', () => {
  const many: Given = Array.from({ length: 2000 }, (_, paper) =>
    paper < 20 ? [{ kind: 'task', text: 'rare' }] : [],
  );

  test('the newest come first, at most eight', () => {
    expect(relatedOf(many).find(0)).toEqual([19, 18, 17, 16, 15, 14, 13, 12]);
  });
});

test('a feature of more papers than the limit finds nobody, but decides between those found', () => {
  const papers: Given = Array.from({ length: 2000 }, (_, paper) =>
    paper < 400 ? [{ kind: 'task', text: 'frequent' }] : [],
  );
  expect(relatedOf(papers).find(0)).toEqual([]);
  const rare = { kind: 'board', text: 'rare' } as const;
  papers[0]?.push(rare);
  papers[1]?.push(rare);
  papers[500]?.push(rare);
  expect(relatedOf(papers).find(0)).toEqual([1, 500]);
});

test('alone, or with nothing said of it, a paper has no related ones', () => {
  expect(relatedOf([[{ kind: 'task', text: 't' }]]).find(0)).toEqual([]);
  expect(relatedOf([[], []]).find(0)).toEqual([]);
});

test('lists of integers: grouping, turning around and dropping repeats', () => {
  const pairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(pairs, (all) => {
      const lists = groupPairs(
        Int32Array.from(all, ([key]) => key),
        Int32Array.from(all, ([, value]) => value),
        10,
      );
      const once = withoutRepeats(lists);
      const back = invertLists(once, 10);
      for (let key = 0; key < 10; key++) {
        const values = all.filter(([one]) => one === key).map(([, value]) => value);
        expect([...listOf(lists, key)]).toEqual(values);
        expect([...listOf(once, key)]).toEqual([...new Set(values)].toSorted((a, b) => a - b));
        const owners = all.filter(([, value]) => value === key).map(([one]) => one);
        expect([...listOf(back, key)]).toEqual([...new Set(owners)].toSorted((a, b) => a - b));
      }
    }),
  );
});
