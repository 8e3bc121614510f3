import { describe, expect, test } from 'vitest';
import { BoardData } from '../../../../src/components/leaderboard/board-data.ts';
import { PLAIN_VIEW, type BoardView } from '../../../../src/components/leaderboard/board-view.ts';
import { selectRows } from '../../../../src/components/leaderboard/select-rows.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const board = makeBoard(
  [makeMetric('Accuracy'), makeMetric('Error', 'lower'), makeMetric('Params', null)],
  [
    { model: 'Big (ensemble)', values: ['90', '5', '12B'], date: '2021-03-01', extraData: true },
    {
      model: 'Mid',
      values: ['88%', '9', '300M'],
      date: '2020-05',
      code: [{ url: 'https://a.b/c' }],
    },
    { model: 'Tie', values: ['88', '9', null], date: '2020', extraData: false },
    { model: 'Late', values: ['**89.5**', null, '5M'], paper: { slug: 'p', title: 'On Tulips' } },
    { model: 'Mid', values: ['-', '1', '20B'], date: '2022-01-01' },
  ],
);
const data = new BoardData(board);
const select = (view: Partial<BoardView>) => selectRows(data, { ...PLAIN_VIEW, ...view });
const models = (view: Partial<BoardView>) => select(view).rows.map(({ row }) => row.model);

describe('selectRows', () => {
  test('ranks by numbers: a row that the archive put last stands at its place, no number is last', () => {
    const { rows, isFiltered } = select({});
    expect(rows.map(({ row, rank }) => [row.model, rank])).toEqual([
      ['Big (ensemble)', 1],
      ['Late', 2],
      ['Mid', 3],
      ['Tie', 3],
      ['Mid', null],
    ]);
    expect(isFiltered).toBe(false);
  });

  test('ranks by another metric, in its direction, and in the one that the person has set', () => {
    expect(models({ metric: 1 })).toEqual(['Mid', 'Big (ensemble)', 'Mid', 'Tie', 'Late']);
    const turned = select({ metric: 1, better: new Map([[1, 'higher']]) });
    expect(turned.direction).toBe('higher');
    expect(turned.rows.map(({ row }) => row.model)).toEqual([
      'Mid',
      'Tie',
      'Big (ensemble)',
      'Mid',
      'Late',
    ]);
  });

  test('without a direction other metrics rank nothing, the first goes by the archive', () => {
    expect(select({ metric: 2 }).rows.every(({ rank }) => rank === null)).toBe(true);
    const unknown = new BoardData({ ...board, metrics: [makeMetric('Odd', null)] });
    expect(selectRows(unknown, PLAIN_VIEW).rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  test('ranks within what a filter leaves, beside the rank over all', () => {
    const { rows, isFiltered } = select({ extra: 'without' });
    expect(isFiltered).toBe(true);
    expect(rows.map(({ rank, rankHere }) => [rank, rankHere])).toEqual([
      [2, 1],
      [3, 2],
      [3, 2],
      [null, null],
    ]);
  });

  test.each<[string, Partial<BoardView>, string[]]>([
    ['words of a model', { query: 'big ENSEMBLE' }, ['Big (ensemble)']],
    ['words of a paper', { query: 'tulips' }, ['Late']],
    ['a value', { query: '12b' }, ['Big (ensemble)']],
    ['extra data', { extra: 'with' }, ['Big (ensemble)']],
    ['code', { isCodeOnly: true }, ['Mid']],
    ['from a year', { from: '2021' }, ['Big (ensemble)', 'Mid']],
    ['until a month, which counts whole', { until: '2020-05' }, ['Mid', 'Tie']],
    ['a hint in the name', { only: ['ensemble'] }, ['Big (ensemble)']],
    ['a hint that must not be there', { without: ['ensemble', 'repeated'] }, ['Late', 'Tie']],
    ['a scale', { only: ['10b-100b'] }, ['Big (ensemble)', 'Mid']],
    ['nothing', { query: 'no such row' }, []],
  ])('filters by %s', (_, view, expected) => {
    expect(models(view)).toEqual(expected);
  });

  test('groups rank within themselves and stand in their order', () => {
    const { rows, groups } = select({ group: 'scale' });
    expect(groups.map(({ label }) => label)).toEqual([
      'Under 10M parameters',
      '100M to 1B parameters',
      '10B to 100B parameters',
      'Parameters not said',
    ]);
    expect(rows.find(({ row }) => row.model === 'Tie')?.rankHere).toBe(1);
    const years = select({ group: 'year' }).groups.map(({ label }) => label);
    expect(years).toEqual(['2022', '2021', '2020', 'No date']);
    expect(select({ group: 'extra' }).groups).toHaveLength(2);
    expect(select({ group: 'repeats' }).groups).toHaveLength(2);
  });
});
