import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Metric } from '../../../src/format/records/board.ts';
import {
  compareOnBoard,
  standingOf,
  tallyWins,
  type BoardComparison,
} from '../../../src/leaderboard/compare-models.ts';
import { findModelRows, rankMetric } from '../../../src/leaderboard/model-results.ts';
import { findSharedModels } from '../../../src/leaderboard/shared-models.ts';
import { makeBoard, makeMetric } from '../../support/make-board.ts';

const any = (name: string) => ({ name, paper: null });
const paper = (slug: string) => ({ slug, title: slug });

describe('rows of a model', () => {
  const board = makeBoard(
    [makeMetric('F1')],
    [
      { model: 'BERT-Large', values: ['3'], paper: paper('a') },
      { model: 'bert large', values: ['2'], paper: paper('b') },
      { model: 'BERT', values: ['1'] },
      { model: '', values: ['0'] },
    ],
  );

  test('are those whose names have the same key, of one paper when it is said', () => {
    expect(findModelRows(board, any('BERT LARGE'))).toEqual([0, 1]);
    expect(findModelRows(board, { name: 'BERT LARGE', paper: 'b' })).toEqual([1]);
    expect(findModelRows(board, any('RoBERTa'))).toEqual([]);
  });

  test('rows without a name are of no model', () => {
    expect(findModelRows(board, any(''))).toEqual([]);
  });
});

describe('models on one board', () => {
  test('each counts by its best row, in the direction of the metric', () => {
    const board = makeBoard(
      [makeMetric('Error', 'lower')],
      [
        { model: 'A', values: ['5'] },
        { model: 'B', values: ['4'] },
        { model: 'A', values: ['3'] },
        { model: 'C', values: ['-'] },
      ],
    );
    const found = compareOnBoard(board, [any('A'), any('B'), any('C')]);
    expect(found?.results).toEqual([
      { place: 2, number: 3, rank: 1, rows: 2 },
      { place: 1, number: 4, rank: 2, rows: 1 },
      null,
    ]);
    expect(found?.best).toEqual([0]);
  });

  test('the metric is the first with a better side that most of them have', () => {
    const metrics = [makeMetric('Params', null), makeMetric('F1'), makeMetric('EM')];
    const board = makeBoard(metrics, [
      { model: 'A', values: ['1', '5', '5'] },
      { model: 'B', values: ['2', '4', '4'] },
      { model: 'C', values: ['3', null, '4'] },
    ]);
    expect(compareOnBoard(board, [any('A'), any('B')])?.metric.metric).toBe(1);
    const all = compareOnBoard(board, [any('A'), any('B'), any('C')]);
    expect(all?.metric.metric).toBe(2);
    expect(all?.best).toEqual([0]);
  });

  test('without a better side nobody wins', () => {
    const board = makeBoard(
      [makeMetric('Bias', null)],
      [
        { model: 'A', values: ['1'] },
        { model: 'B', values: ['2'] },
      ],
    );
    const found = compareOnBoard(board, [any('A'), any('B')]);
    expect(found?.best).toEqual([]);
    expect(tallyWins(found === null ? [] : [found], 0, 1)).toEqual({ wins: 0, losses: 0, ties: 0 });
  });

  test('a board with numbers of only one of them is not shared', () => {
    const board = makeBoard(
      [makeMetric('F1')],
      [
        { model: 'A', values: ['1'] },
        { model: 'B', values: ['N/A'] },
      ],
    );
    expect(compareOnBoard(board, [any('A'), any('B')])).toBeNull();
    expect(compareOnBoard(board, [any('A'), any('Z')])).toBeNull();
  });
});

const directions = fc.constantFrom<Metric['direction']>('higher', 'lower');
const boards = fc.array(
  fc.record({
    direction: directions,
    numbers: fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 3, maxLength: 3 }),
  }),
  { maxLength: 8 },
);

test('wins, losses and ties are those of counting pairs of numbers', () => {
  fc.assert(
    fc.property(boards, (recipes) => {
      const comparisons = recipes.flatMap(({ direction, numbers }): BoardComparison[] => {
        const rows = numbers.map((number, place) => ({
          model: `M${place}`,
          values: [number === null ? null : String(number)],
        }));
        const found = compareOnBoard(makeBoard([makeMetric('F1', direction)], rows), [
          any('M0'),
          any('M1'),
          any('M2'),
        ]);
        return found === null ? [] : [found];
      });
      let [wins, losses, ties] = [0, 0, 0];
      for (const { direction, numbers } of recipes) {
        const [one, , other] = numbers;
        if (one === null || one === undefined || other === null || other === undefined) continue;
        if (one === other) ties++;
        else if (one > other === (direction === 'higher')) wins++;
        else losses++;
      }
      expect(tallyWins(comparisons, 0, 2)).toEqual({ wins, losses, ties });
      expect(tallyWins(comparisons, 2, 0)).toEqual({ wins: losses, losses: wins, ties });
    }),
  );
});

test('a rank stands between the last, 0, and the first, 1', () => {
  const board = makeBoard(
    [makeMetric('F1')],
    ['4', '3', '2', '1', '0'].map((value) => ({ values: [value] })),
  );
  const metric = rankMetric(board, 0);
  expect([1, 3, 5].map((rank) => standingOf(metric, rank))).toEqual([1, 0.5, 0]);
  expect(standingOf(metric, null)).toBeNull();
  expect(standingOf({ ...metric, ranked: 1 }, 1)).toBeNull();
});

test('models of two boards are found by name, each with its best number on both', () => {
  const first = makeBoard(
    [makeMetric('F1')],
    [
      { model: 'A', values: ['9'] },
      { model: 'only here', values: ['8'] },
      { model: 'B 1', values: ['7'] },
      { model: '', values: ['6'] },
    ],
  );
  const second = makeBoard(
    [makeMetric('Error', 'lower')],
    [
      { model: 'b-1', values: ['1'] },
      { model: 'a', values: ['3'] },
      { model: 'A', values: ['2'] },
      { model: '', values: ['0'] },
    ],
  );
  const side = (board: typeof first) => ({ board, metric: rankMetric(board, 0) });
  expect(findSharedModels(side(first), side(second))).toEqual([
    {
      first: { place: 0, number: 9, rank: 1, rows: 1 },
      second: { place: 2, number: 2, rank: 3, rows: 2 },
    },
    {
      first: { place: 2, number: 7, rank: 3, rows: 1 },
      second: { place: 0, number: 1, rank: 2, rows: 1 },
    },
  ]);
});
