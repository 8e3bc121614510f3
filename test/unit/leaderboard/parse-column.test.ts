import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseColumn } from '../../../src/leaderboard/parse-column.ts';

const numbers = (...texts: (string | null)[]) =>
  parseColumn(texts).map((value) => value?.number ?? null);

describe('parseColumn', () => {
  test.each([
    ['percentages beside it', ['85.8%', '84.6%', '7,537'], [85.8, 84.6, 7.537]],
    ['scores beside it', ['1850', '2,200', '1,900.5'], [1850, 2200, 1900.5]],
    ['decimal commas beside it', ['3,4', '2,12', '2,125'], [3.4, 2.12, 2.125]],
    ['millions beside it', ['1,514,187', '900,000', '12,000'], [1_514_187, 900_000, 12_000]],
    ['fractions beside it', ['0.93', '1,234'], [0.93, 1.234]],
    ['nothing beside it', ['2,200', null, 'N/A'], [2200, null, null]],
    ['only zeros beside it', ['0', '2,200'], [0, 2200]],
    ['others that may be either', ['2,200', '1,100'], [2200, 1100]],
  ])('a comma and three digits, with %s', (_, texts, expected) => {
    expect(numbers(...texts)).toEqual(expected);
  });

  test('every text can be had back as it was, in its row', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('2,200', '99,45', '**70.3**', '54.60/55.55', '-', '0.8428 ± 0.0014'),
    );
    fc.assert(
      fc.property(fc.array(fc.option(text), { maxLength: 12 }), (texts) => {
        expect(parseColumn(texts).map((value) => value?.raw ?? null)).toEqual(texts);
      }),
    );
  });
});
