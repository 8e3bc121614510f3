import fc from 'fast-check';
import { planColumns } from '../../src/components/leaderboard/board-columns.ts';
import type { Axis, BoardView } from '../../src/components/leaderboard/board-view.ts';
import { FACETS } from '../../src/components/leaderboard/facets.ts';
import type { Board } from '../../src/format/records/board.ts';

/** Views of a board, of all kinds that there are. */
export function boardViews(board: Board): fc.Arbitrary<BoardView> {
  const ids = planColumns(board).map(({ id }) => id);
  const metric = fc.nat(board.metrics.length - 1);
  const dates = fc.constantFrom(null, '2019', '2020-02', '2021-06-30');
  const facets = fc.subarray(FACETS.map(({ id }) => id));
  const axis: fc.Arbitrary<Axis | null> = fc.oneof(
    fc.constantFrom(null, 'date', 'parameters'),
    metric,
  );
  const zoom = fc
    .tuple(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.double({ noNaN: true, min: 1e-3, max: 1e9 }),
    )
    .map(([from, width]): [number, number] => [from === 0 ? 0 : from, from + width])
    .filter(([from, to]) => from < to);
  return fc.record({
    metric,
    better: fc
      .uniqueArray(fc.tuple(metric, fc.constantFrom('higher' as const, 'lower' as const)), {
        selector: ([position]) => position,
      })
      .map((entries) => new Map(entries)),
    sort: fc.uniqueArray(
      fc.record({ columnId: fc.constantFrom(...ids), descending: fc.boolean() }),
      { selector: ({ columnId }) => columnId, maxLength: 4 },
    ),
    query: fc.oneof(
      fc.constant(''),
      fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
      fc.constantFrom('2024', 'true', '[1]', '"x"'),
    ),
    extra: fc.constantFrom('all', 'with', 'without'),
    isCodeOnly: fc.boolean(),
    from: dates,
    until: dates,
    only: facets,
    without: facets,
    group: fc.constantFrom('none', 'extra', 'scale', 'year', 'repeats'),
    columns: fc.option(fc.shuffledSubarray(ids, { minLength: 1 })),
    pinned: fc.option(fc.shuffledSubarray(ids)),
    selected: fc.uniqueArray(fc.nat(board.rows.length - 1)),
    tab: fc.constantFrom('results', 'records', 'compare', 'dataset'),
    chart: fc.record({
      isShown: fc.boolean(),
      x: axis,
      y: axis,
      isLogX: fc.boolean(),
      isLogY: fc.boolean(),
      zoom: fc.option(zoom),
    }),
  });
}
