import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoardData } from '../../../../src/components/leaderboard/board-data.ts';
import { PLAIN_VIEW, type SortKey } from '../../../../src/components/leaderboard/board-view.ts';
import { selectRows } from '../../../../src/components/leaderboard/select-rows.ts';
import { sortRows } from '../../../../src/components/leaderboard/sort-rows.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const board = makeBoard(
  [makeMetric('Accuracy'), makeMetric('Error', 'lower')],
  [
    { model: 'b', values: ['90', '5'], date: '2021-03-01' },
    { model: 'A', values: ['88', null], date: '2020-05' },
    { model: 'c', values: ['87', '9'], date: '2021-08' },
    { model: 'd', values: ['-', '7'] },
  ],
);
const data = new BoardData(board);
const sorted = (sort: readonly SortKey[], view = {}) =>
  sortRows(data, selectRows(data, { ...PLAIN_VIEW, ...view }), sort).map(({ row }) => row.model);

describe('sortRows', () => {
  test('without a sort: by rank', () => {
    expect(sorted([])).toEqual(['b', 'A', 'c', 'd']);
  });

  test('rows without a value are last both ways', () => {
    expect(sorted([{ columnId: 'Error', descending: false }])).toEqual(['b', 'd', 'c', 'A']);
    expect(sorted([{ columnId: 'Error', descending: true }])).toEqual(['c', 'd', 'b', 'A']);
    expect(sorted([{ columnId: 'date', descending: true }])).toEqual(['c', 'b', 'A', 'd']);
  });

  test('names go by their letters, large or small', () => {
    expect(sorted([{ columnId: 'model', descending: false }])).toEqual(['A', 'b', 'c', 'd']);
  });

  test('groups stay together and are sorted inside', () => {
    const sort = [{ columnId: 'model', descending: true }];
    expect(sorted(sort, { group: 'year' })).toEqual(['c', 'b', 'A', 'd']);
    expect(sorted([], { group: 'year' })).toEqual(['b', 'c', 'A', 'd']);
  });

  test('a column that the board has not sorts nothing', () => {
    expect(sorted([{ columnId: 'BLEU', descending: true }])).toEqual(['b', 'A', 'c', 'd']);
  });

  test('as many stable sorts, the least important first', () => {
    const text = fc.option(fc.constantFrom('1', '2', '30', '-'));
    const rows = fc.array(
      fc.record({
        model: fc.constantFrom('a', 'B', 'b', ''),
        values: fc.array(text, { minLength: 2, maxLength: 2 }),
      }),
      { maxLength: 12 },
    );
    const sort = fc.uniqueArray(
      fc.record({
        columnId: fc.constantFrom('Accuracy', 'Error', 'archive'),
        descending: fc.boolean(),
      }),
      { selector: ({ columnId }) => columnId },
    );
    fc.assert(
      fc.property(rows, sort, (rows, sort) => {
        const data = new BoardData(makeBoard(board.metrics, rows));
        const selection = selectRows(data, PLAIN_VIEW);
        const naive = sort.toReversed().reduce((before, { columnId, descending }) => {
          const valueOf = (place: number) =>
            columnId === 'archive'
              ? place
              : (data.numbers(columnId === 'Error' ? 1 : 0)[place] ?? null);
          const filled = before.filter(({ place }) => valueOf(place) !== null);
          const sign = descending ? -1 : 1;
          return [
            ...filled.toSorted(
              (a, b) => sign * ((valueOf(a.place) ?? 0) - (valueOf(b.place) ?? 0)),
            ),
            ...before.filter((row) => !filled.includes(row)),
          ];
        }, selection.rows);
        expect(sortRows(data, selection, sort)).toEqual(naive);
      }),
    );
  });
});
