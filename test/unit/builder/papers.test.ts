import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinKeysOf, PaperJoin, titleKey } from '../../../src/builder/citations.ts';
import { RepositoryList, repositoryKey } from '../../../src/builder/papers/repositories.ts';
import { planStubs } from '../../../src/builder/papers/stubs.ts';
import { parseConference, parseProceeding } from '../../../src/builder/papers/venue.ts';
import { planSnapshotDate } from '../../../src/builder/snapshot-date.ts';

test.each([
  ['CVPR 2025 1', { name: 'CVPR', year: 2025, month: 1 }],
  ['NeurIPS 2019', { name: 'NeurIPS', year: 2019 }],
  ['ACL ARR 2021 11', { name: 'ACL ARR', year: 2021, month: 11 }],
  ['ICML 2020 13', { name: 'ICML', year: 2020 }],
  ['Workshop on Knots', { name: 'Workshop on Knots' }],
  ['2019', { name: '2019' }],
])('the proceeding %j is %j', (text, venue) => {
  expect(parseProceeding(text)).toEqual(venue);
});

test.each([
  ['cvpr-2018-6', { name: 'CVPR', year: 2018, month: 6 }],
  ['acl-arr-2021-11', { name: 'ACL ARR', year: 2021, month: 11 }],
  ['CVPR 2018 6', { name: 'CVPR', year: 2018, month: 6 }],
  ['somewhere', { name: 'somewhere' }],
])('the conference %j is %j', (text, venue) => {
  expect(parseConference(text)).toEqual(venue);
});

describe('repositories', () => {
  test.each([
    ['https://github.com/Owner/Name', 'http://www.github.com/owner/name.git/'],
    ['https://github.com/o/n', 'https://github.com/o/n/tree/master/sub'],
    ['https://example.org/a/', 'http://example.org/a'],
  ])('%s and %s are one', (a, b) => {
    expect(repositoryKey(a)).toBe(repositoryKey(b));
  });

  test('official ones first, then those with a framework, then by address', () => {
    const list = new RepositoryList();
    list.add({ url: 'https://github.com/z/plain' });
    list.add({ url: 'https://github.com/b/known', framework: 'tf' });
    list.add({ url: 'https://github.com/z/official', official: true });
    list.add({ url: 'https://github.com/a/plain' });
    expect(list.add({ url: 'https://github.com/A/plain.git', inPaper: true })).toBe(false);
    expect(list.list()).toEqual([
      { url: 'https://github.com/z/official', official: true },
      { url: 'https://github.com/b/known', framework: 'tf' },
      { url: 'https://github.com/a/plain', inPaper: true },
      { url: 'https://github.com/z/plain' },
    ]);
  });
});

describe('joining', () => {
  const slugs = ['b-paper', 'a-paper', 'c-paper'];
  const join = (): PaperJoin => new PaperJoin((paper) => slugs[paper] ?? '');
  const title = { kind: 'title', text: 'alongenoughtitle' } as const;
  const arxiv = { kind: 'arxiv', text: '2001.00001' } as const;

  test('the strongest key decides, and of equal ones the lowest slug', () => {
    const papers = join();
    papers.want([arxiv, title]);
    papers.offer(0, [title]);
    papers.offer(1, [title]);
    expect(papers.resolve([arxiv, title])).toEqual({ paper: 1, by: 'title' });
    papers.offer(2, [arxiv, title]);
    expect(papers.resolve([arxiv, title])).toEqual({ paper: 2, by: 'arxiv' });
    expect(papers.resolve([title])).toEqual({ paper: 1, by: 'title' });
  });

  test('keys that nobody wants are not held', () => {
    const papers = join();
    papers.offer(0, [title]);
    expect(papers.resolve([title])).toBeNull();
  });

  test('keys of a mention, strongest first', () => {
    const keys = joinKeysOf({
      title: 'Attention Is All You Need!',
      url: 'https://paperswithcode.com/paper/attention',
      otherUrls: ['http://arxiv.org/abs/1706.03762v5', 'https://example.org/x.pdf', undefined],
    });
    expect(keys).toEqual([
      { kind: 'archive-url', text: 'attention' },
      { kind: 'arxiv', text: '1706.03762' },
      { kind: 'address', text: 'arxiv 1706.03762' },
      { kind: 'address', text: 'example.org/x.pdf' },
      { kind: 'title', text: 'attentionisallyouneed' },
    ]);
  });

  test('short titles say too little', () => {
    expect(titleKey('Introduction')).toBe('introduction');
    expect(titleKey('Attention')).toBeNull();
    expect(titleKey(undefined)).toBeNull();
  });
});

test('stubs are the connected groups of mentions that share a key', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const mention = fc.uniqueArray(key, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(mention, { maxLength: 8 }), (all) => {
      const mentions = all.map((keys) => ({
        keys: keys.map((text) => ({ kind: 'address', text }) as const),
      }));
      // Naive: let every mention take the lowest number among those that it shares a key with.
      const groups = all.map((_, place) => place);
      for (let round = 0; round < all.length; round++) {
        for (const [a, keysA] of all.entries()) {
          for (const [b, keysB] of all.entries()) {
            if (!keysA.some((one) => keysB.includes(one))) continue;
            const low = Math.min(groups[a] ?? 0, groups[b] ?? 0);
            groups[a] = groups[b] = low;
          }
        }
      }
      const found = planStubs(mentions).map((stub) =>
        stub.mentions.map((one) => mentions.findIndex((known) => known === one)),
      );
      const naive = [...new Set(groups)].map((group) =>
        groups.flatMap((one, place) => (one === group ? [place] : [])),
      );
      const inOrder = (places: number[]): number[] => places.toSorted((x, y) => x - y);
      const byFirst = (x: number[], y: number[]): number => (x[0] ?? 0) - (y[0] ?? 0);
      expect(found.map(inOrder).toSorted(byFirst)).toEqual(naive.toSorted(byFirst));
    }),
  );
});

test.each([
  [['2024-01-01', '2025-03-01', undefined], '2025-03-01'],
  [['2025-07-28', '2025-07-29', '2222-12-22'], '2025-07-28'],
  [['2025', '2025-06', '2025-05-01'], '2025-05-01'],
  [['0017-01-01'], '2025-07-28'],
  [[], '2025-07-28'],
])('a snapshot of %j is of %s', (dates, expected) => {
  expect(planSnapshotDate(dates)).toBe(expected);
});
