import { expect, test } from 'vitest';
import {
  chooseColumns,
  planColumns,
} from '../../../../src/components/leaderboard/board-columns.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const board = makeBoard(
  [makeMetric('Top 1 Accuracy'), makeMetric('FPR95', 'lower'), makeMetric('model', null)],
  [{ values: ['1', '2', null] }],
);
const columns = planColumns(board);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test('all metrics are columns, rare ones last; one that is called like another column is told apart', () => {
  expect(ids(columns)).toEqual([
    'rank',
    'here',
    'model',
    'Top 1 Accuracy',
    'FPR95',
    'paper',
    'code',
    'date',
    'metric:model',
    'archive',
  ]);
});

test('extra data is a column where the dump says something of it', () => {
  const rows = [{ ...board.rows[0]!, extraData: false }];
  expect(ids(planColumns({ ...board, rows }))).toContain('extra');
});

test('the usual columns have the rank among what a filter leaves only when there is a filter', () => {
  const usual = { columns: null, pinned: null };
  expect(ids(chooseColumns(columns, usual, false).shown).slice(0, 2)).toEqual(['rank', 'model']);
  const filtered = chooseColumns(columns, usual, true);
  expect(ids(filtered.shown).slice(0, 3)).toEqual(['rank', 'here', 'model']);
  expect(filtered.pinned).toBe(3);
  expect(ids(filtered.shown)).not.toContain('archive');
});

test('chosen columns stand in their order, pinned ones first', () => {
  const chosen = chooseColumns(
    columns,
    { columns: ['date', 'archive', 'model', 'FPR95'], pinned: ['model', 'paper'] },
    false,
  );
  expect(ids(chosen.shown)).toEqual(['model', 'date', 'archive', 'FPR95']);
  expect(chosen.pinned).toBe(1);
});
