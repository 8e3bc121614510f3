import { expect, test } from 'vitest';
import { parsePapersSearch, resolvePage } from '../../../../src/components/paper/papers-search.ts';

test.each([
  [{}, 1],
  [{ page: 3 }, 3],
  [{ page: '3' }, 3],
  [{ page: [4] }, 1],
  [{ page: true }, 1],
])('%j is page %i', (search, page) => {
  expect(resolvePage(parsePapersSearch(search), 9)).toEqual({ page, problem: null });
});

test.each([0, -1, 1.5, 'two', 1e300])('page %j falls back to the first and says so', (page) => {
  const resolved = resolvePage(parsePapersSearch({ page }), 9);
  expect(resolved.page).toBe(1);
  expect(resolved.problem).toContain('not a number from 1');
});

test('a page past the end is the last', () => {
  expect(resolvePage({ page: 12 }, 9)).toMatchObject({ page: 9 });
  expect(resolvePage({ page: 12 }, 9).problem).toContain('there are 9');
});
