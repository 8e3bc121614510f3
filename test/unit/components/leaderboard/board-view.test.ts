import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodePlainSearch, parsePlainSearch } from '../../../../src/app/plain-search.ts';
import { planColumns } from '../../../../src/components/leaderboard/board-columns.ts';
import { parseBoardSearch } from '../../../../src/components/leaderboard/board-search.ts';
import { PLAIN_VIEW } from '../../../../src/components/leaderboard/board-view.ts';
import { createViewReader } from '../../../../src/components/leaderboard/create-view-reader.ts';
import { encodeView } from '../../../../src/components/leaderboard/encode-view.ts';
import { encodeList, parseList } from '../../../../src/components/leaderboard/list-field.ts';
import { resolveView } from '../../../../src/components/leaderboard/resolve-view.ts';
import { boardViews } from '../../../support/board-views.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

/** Names that mean something to addresses, lists, JSON and JavaScript. */
const NAMES = [
  'Top 1 Accuracy',
  'F1 (1,000 shots)',
  'model',
  'none',
  '5',
  'true',
  'null',
  'a\\b,c',
  'lower:x',
  '__proto__',
  'MR^-2 & 100% + #?=',
  '“Ψ” 🙂',
];
const board = makeBoard(
  NAMES.map((name) => makeMetric(name)),
  Array.from({ length: 30 }, () => ({ values: NAMES.map(() => '1') })),
);
const columns = planColumns(board);
const context = { metrics: board.metrics, rows: board.rows, columns };
const ids = columns.map(({ id }) => id);

const views = boardViews(board);

describe('a view and its address', () => {
  test('a view comes back from its address alone', () => {
    fc.assert(
      fc.property(views, (view) => {
        const address = encodePlainSearch(encodeView(view, board));
        const search = parseBoardSearch(parsePlainSearch(address));
        expect(resolveView(search, context)).toEqual({ view, problems: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('the usual view has an empty address', () => {
    expect(encodeView(PLAIN_VIEW, board)).toEqual({});
    expect(resolveView({}, context)).toEqual({ view: PLAIN_VIEW, problems: [] });
  });

  test('any text in any field falls back and says so, and never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...NAMES, ...ids, '1', '2020'),
    );
    const search = fc.dictionary(
      fc.constantFrom(
        'metric',
        'better',
        'sort',
        'order',
        'q',
        'extra',
        'code',
        'from',
        'until',
        'only',
        'without',
        'group',
        'columns',
        'pin',
        'rows',
        'tab',
        'chart',
        'x',
        'y',
        'log',
        'zoom',
      ),
      fc.oneof(
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(text, { maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(search, (raw) => {
        const { view } = resolveView(parseBoardSearch(raw), context);
        expect(resolveView(encodeView(view, board), context)).toEqual({ view, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['metric', 'BLEU', 'is no metric of this board'],
    ['better', 'sideways:model', 'sets the direction of no metric'],
    ['sort', 'BLEU', 'is not a column of this board to sort by'],
    ['extra', 'maybe', 'is none of the kinds of rows by extra data: all, with, without'],
    ['from', 'yesterday', 'is no date'],
    ['until', '2020-02-30', 'is no date'],
    ['only', 'nice', 'is no property to filter by'],
    ['group', 'colour', 'is none of the groups'],
    ['columns', 'BLEU', 'is not a column of this board'],
    ['rows', '31', 'is no row of this board, which has 30'],
    ['tab', 'secret', 'is none of the tabs'],
    ['x', 'metric:BLEU', 'is nothing that the chart can show'],
    ['zoom', '5,1', 'is no part of the chart'],
  ])('%s=%s: says what is wrong', (field, value, problem) => {
    const { view, problems } = resolveView({ [field]: value }, context);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`“${value}” ${problem}`);
    expect(view).toEqual(PLAIN_VIEW);
  });

  test('a sort without an order begins with the best; a wrong order says so', () => {
    expect(resolveView({ sort: 'date,model' }, context).view.sort).toEqual([
      { columnId: 'date', descending: true },
      { columnId: 'model', descending: false },
    ]);
    const { view, problems } = resolveView({ sort: 'date', order: 'up' }, context);
    expect(view.sort).toEqual([{ columnId: 'date', descending: true }]);
    expect(problems[0]).toContain('“up” is no order');
  });
});

test('lists in a field come back, whatever is in their texts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (items) => {
      expect(parseList(encodeList(items))).toEqual(items);
    }),
  );
});

test('parts of an address that have not changed come as the same objects', () => {
  const read = createViewReader(context);
  const first = read({ only: 'ensemble', better: 'lower:model', sort: 'date', rows: '1' }).view;
  const second = read({ only: 'ensemble', better: 'lower:model', sort: 'model', rows: '1' }).view;
  expect(second.only).toBe(first.only);
  expect(second.better).toBe(first.better);
  expect(second.chart).toBe(first.chart);
  expect(second.sort).not.toEqual(first.sort);
  expect(second).toEqual(
    resolveView({ only: 'ensemble', better: 'lower:model', sort: 'model', rows: '1' }, context)
      .view,
  );
});
