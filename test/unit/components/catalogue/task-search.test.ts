import { expect, test } from 'vitest';
import type { BoardSummary } from '../../../../src/format/records/board.ts';
import { orderBoards } from '../../../../src/components/catalogue/order-boards.ts';
import { parseSotaSearch } from '../../../../src/components/catalogue/sota-search.ts';
import {
  parseTaskSearch,
  resolveBoardOrder,
} from '../../../../src/components/catalogue/task-search.ts';

test('what an address of a task asks for; other values are as good as none', () => {
  expect(parseTaskSearch({ q: 2024, sort: 'newest', code: true, all: '1', x: 1 })).toEqual({
    q: '2024',
    sort: 'newest',
    code: true,
  });
  expect(parseTaskSearch({ code: false, all: 'true', sort: '' })).toEqual({ all: true });
});

test('a wrong order falls back and says so', () => {
  expect(resolveBoardOrder({})).toEqual({ order: 'results', problem: null });
  expect(resolveBoardOrder({ sort: 'dataset' }).order).toBe('dataset');
  const wrong = resolveBoardOrder({ sort: 'best' });
  expect(wrong.order).toBe('results');
  expect(wrong.problem).toContain('“best”');
});

test('the list of leaderboards is read for all, or for a filter', () => {
  expect(parseSotaSearch({ all: 1, q: 'coco' })).toEqual({ all: true, q: 'coco' });
  expect(parseSotaSearch({ all: 'no', q: ' ' })).toEqual({});
});

test('boards by results, by the day of their record, by dataset', () => {
  const board = (dataset: string, rows: number, date?: string): BoardSummary => ({
    slug: dataset,
    task: { slug: 't', name: 'T' },
    dataset,
    rows,
    ...(date !== undefined && { best: { model: 'm', value: '1', date } }),
  });
  const boards = [board('b', 1, '2019'), board('c', 9), board('a', 5, '2021-02-01')];
  const order = (by: Parameters<typeof orderBoards>[1]) =>
    orderBoards(boards, by).map(({ slug }) => slug);
  expect(order('results')).toEqual(['c', 'a', 'b']);
  expect(order('newest')).toEqual(['a', 'b', 'c']);
  expect(order('dataset')).toEqual(['a', 'b', 'c']);
});
