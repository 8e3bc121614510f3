import { expect, test } from 'vitest';
import { findScaleMix } from '../../../src/leaderboard/find-scale-mix.ts';
import { parseColumn } from '../../../src/leaderboard/parse-column.ts';

const mix = (...texts: (string | null)[]) => findScaleMix(parseColumn(texts));

test('fractions among percentages are found, row by row', () => {
  expect(mix('49.1', '0.45', null, '47.5', '0.251', '-')).toEqual({
    fractions: [1, 4],
    percentages: [0, 3],
  });
  expect(mix('0.931', '92.4%', '90.1')).toEqual({ fractions: [0], percentages: [1, 2] });
});

test.each([
  ['only percentages', ['92.4', '91.0']],
  ['only fractions', ['0.92', '0.91']],
  ['a low percentage that says so', ['0.9%', '92.4%']],
  ['losses over a wide range', ['0.1', '0.9', '3.2', '8.4']],
  ['numbers on both sides of 1', ['0.9', '1.4', '80.1']],
  ['more than 100', ['0.5', '45.0', '120']],
  ['one number far from the others', ['0.2', '83.5', '81.0']],
  ['negative numbers', ['-0.5', '45.0']],
  ['zeros', ['0', '45.0']],
])('no mix: %s', (_, texts) => {
  expect(mix(...texts)).toBeNull();
});
