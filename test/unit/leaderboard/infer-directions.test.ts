import { describe, expect, test } from 'vitest';
import { DirectionFinder } from '../../../src/leaderboard/infer-directions.ts';
import { parseColumn } from '../../../src/leaderboard/parse-column.ts';

/** A board from columns of numbers or texts by name of metric. */
function board(columns: Record<string, readonly (number | string | null)[]>) {
  return {
    metrics: Object.keys(columns),
    columns: Object.values(columns).map((values) =>
      parseColumn(values.map((value) => (value === null ? null : String(value)))),
    ),
  };
}

const find = (...boards: ReturnType<typeof board>[]) => new DirectionFinder(boards).find(0);

describe('DirectionFinder', () => {
  test('the order of the rows tells of the first metric, even against its name', () => {
    const [first] = find(board({ Accuracy: [1, 2, 3, 4] }));
    expect(first).toEqual({ direction: 'lower', source: 'row-order', confidence: 0.8 });
  });

  test('boards that are ordered by a name tell of that name elsewhere', () => {
    const quality = board({ Grimness: [3, 2, 1] });
    const [, other] = find(board({ F1: [9, 8], grimness: [1, 2] }), quality, quality);
    expect(other).toEqual({ direction: 'higher', source: 'same-name', confidence: 0.75 });
  });

  test('one board alone is not enough', () => {
    const quality = board({ Grimness: [3, 2, 1] });
    expect(find(board({ F1: [9, 8], Grimness: [1, 2] }), quality)[1]?.source).toBe('unknown');
  });

  test('what moves with a known metric has its direction, what moves against it the other', () => {
    const [, together, against] = find(
      board({ F1: [9, 8, 7, 6, 5, 4], Zap: [90, 80, 70, 60, 50, 40], Zip: [1, 2, 3, 4, 5, 6] }),
    );
    expect(together).toMatchObject({ direction: 'higher', source: 'movement' });
    expect(against).toMatchObject({ direction: 'lower', source: 'movement' });
  });

  test('a name tells where nothing else does', () => {
    const [, name] = find(board({ F1: [9, 8], 'Inference time': [3, 1] }));
    expect(name).toMatchObject({ direction: 'lower', source: 'name' });
  });

  test('a name and a movement that contradict each other tell nothing', () => {
    const [, error] = find(board({ F1: [9, 8, 7, 6, 5, 4], 'Odd error': [9, 8, 7, 6, 5, 4] }));
    expect(error).toEqual({ direction: null, source: 'unknown', confidence: null });
  });

  test('parameters have no better side, unless a board is ordered by them', () => {
    const [, params] = find(board({ F1: [9, 8, 7, 6, 5], Params: ['9M', '8M', '7M', '6M', '5M'] }));
    expect(params).toEqual({ direction: null, source: 'neutral', confidence: null });
    expect(find(board({ Params: [1, 2, 3] }))[0]).toMatchObject({ direction: 'lower' });
  });

  test('a column of words has no direction', () => {
    const [, words] = find(board({ F1: [9, 8], Accuracy: ['yes', 'no'] }));
    expect(words?.source).toBe('unknown');
  });

  test('withheld, the order of a board counts neither for itself nor through the pool', () => {
    const one = board({ Grimness: [3, 2, 1] });
    const other = board({ Grimness: [3, 2, 1] });
    const finder = new DirectionFinder([one, other]);
    expect(finder.order(0)).toBe('higher');
    expect(finder.findWithheld(0, 'own-order').source).toBe('unknown');
    const three = new DirectionFinder([one, other, board({ Grimness: [5, 4] })]);
    expect(three.findWithheld(0, 'own-order').source).toBe('same-name');
    expect(three.findWithheld(0, 'all-votes').source).toBe('unknown');
  });
});
