import { describe, expect, test } from 'vitest';
import { planColumns } from '../../../../src/components/leaderboard/board-columns.ts';
import {
  encodeSort,
  parseBoardSearch,
  resolveSort,
} from '../../../../src/components/leaderboard/board-sort.ts';
import type { Board } from '../../../../src/format/records/board.ts';

const board: Board = {
  slug: 'x-on-y',
  task: { slug: 'x', name: 'X' },
  areas: [],
  dataset: { name: 'Y' },
  metrics: [
    { name: 'Top 1 Accuracy', direction: 'higher', directionSource: 'row-order' },
    { name: 'FPR95', direction: 'lower', directionSource: 'same-name' },
    { name: 'model', direction: null, directionSource: 'unknown' },
  ],
  rows: [{ model: 'A', values: ['1', '2', null], rank: 1 }],
};
const columns = planColumns(board);

test('all metrics are columns, rare ones last; one that is called like another column is told apart', () => {
  expect(columns.map(({ id }) => id)).toEqual([
    'rank',
    'model',
    'Top 1 Accuracy',
    'FPR95',
    'paper',
    'code',
    'date',
    'metric:model',
  ]);
});

test('extra data is a column where the dump says something of it', () => {
  const rows = [{ ...board.rows[0]!, extraData: false }];
  expect(planColumns({ ...board, rows }).map(({ id }) => id)).toContain('extra');
});

describe('the sort in the address', () => {
  test('comes back as it was written, for every column and both orders', () => {
    for (const { id } of columns) {
      for (const descending of [true, false]) {
        const sort = { columnId: id, descending };
        const search = parseBoardSearch({ ...encodeSort(sort) });
        expect(resolveSort(search, columns)).toEqual({ sort, problem: null });
      }
    }
  });

  test('nothing means the order of the archive', () => {
    expect(encodeSort(null)).toEqual({});
    expect(resolveSort(parseBoardSearch({}), columns)).toEqual({ sort: null, problem: null });
  });

  test('without an order a column starts with its best', () => {
    const descending = (sort: string) => resolveSort({ sort }, columns).sort?.descending;
    expect(descending('Top 1 Accuracy')).toBe(true);
    expect(descending('FPR95')).toBe(false);
    expect(descending('date')).toBe(true);
    expect(descending('model')).toBe(false);
  });

  test('a wrong column or order falls back and says so', () => {
    expect(resolveSort({ sort: 'BLEU' }, columns)).toMatchObject({
      sort: null,
      problem: expect.stringContaining('BLEU') as string,
    });
    expect(resolveSort({ sort: 'FPR95', order: 'up' }, columns)).toMatchObject({
      sort: { columnId: 'FPR95', descending: false },
      problem: expect.stringContaining('up') as string,
    });
  });

  test('numbers in the address are text, and other kinds are nothing', () => {
    expect(parseBoardSearch({ sort: 5, order: ['desc'] })).toEqual({ sort: '5' });
    expect(parseBoardSearch({ sort: { a: 1 }, order: '' })).toEqual({});
  });
});
