import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAmbiguousValue, parseValue } from '../../../src/leaderboard/parse-value.ts';
import type { Value } from '../../../src/leaderboard/value.ts';

/** Forms that the archive holds; each stands for many. */
const NUMBERS: [string, number][] = [
  ['15.8', 15.8],
  ['22', 22],
  ['-1.1', -1.1],
  ['+0.5', 0.5],
  ['.931', 0.931],
  ['5.', 5],
  ['1e-5', 1e-5],
  ['3.2E5', 320_000],
  ['96.95%', 96.95],
  ['7.46 %', 7.46],
  ['79.6%%', 79.6],
  [' 0.8784', 0.8784],
  ['51.5 ', 51.5],
  ['\t82\n', 82],
  ['\ufeff93.3', 93.3],
  ['\u221212.5', -12.5],
  ['15.9M', 15_900_000],
  ['11110M', 11_110_000_000],
  ['1.82 M', 1_820_000],
  ['53.3m', 53_300_000],
  ['146G', 146e9],
  ['0.8B', 8e8],
  ['7b', 7e9],
  ['580k', 580_000],
  ['17.3K', 17_300],
  ['2.2.M', 2_200_000],
  ['5.3 GFLOPs', 5.3e9],
  ['300MB', 3e8],
  ['2,200', 2200],
  ['1,514,187', 1_514_187],
  ['1.514.187', 1_514_187],
  ['>1,400.000', 1400],
  ['1.400,5', 1400.5],
  ['99,45', 99.45],
  ['76,2%', 76.2],
  ['0,123', 0.123],
  ['2.42±0.01', 2.42],
  ['0.57 ± 0.23', 0.57],
  ['23.6± 0.6', 23.6],
  ['42.5 +/- 0.3', 42.5],
  ['212 ± 213', 212],
  ['54.60/55.55', 54.6],
  ['87:1', 87],
  ['850x1', 850],
  ['176400x4x3', 176_400],
  ['1434×3×4', 1434],
  ['2.5x10^-3', 0.0025],
  ['1.2 × 10^4', 12_000],
  ['0.33s/img', 0.33],
  ['12 ms', 12],
  ['30fps', 30],
  ['41.2 dB', 41.2],
  ['94.6 (14  gestures) , 91.9 (28 gestures )', 94.6],
  ['11(TitanX)', 11],
  ['**70.3**', 70.3],
  ['63.7*', 63.7],
  ['60.7+', 60.7],
  ['56.4&', 56.4],
  ['<b>88.1</b>', 88.1],
  ['$45.2$', 45.2],
  ['\\textbf{45.2}', 45.2],
  ['~12.5', 12.5],
  ['<0.5', 0.5],
  ['≥ 3', 3],
  ['(71.2)', 71.2],
  ['0.2-0.3', 0.2],
  ['0', 0],
  ['0.0', 0],
];

const NO_NUMBERS = [
  '',
  ' ',
  '-',
  '--',
  '–',
  '—',
  '--*',
  'N/A',
  'n/a',
  'NaN',
  'inf',
  '?',
  '%',
  '.',
  ',',
  'yes',
  'YES',
  'Kinetics400',
  'UCF101',
  'BERT base',
  'T5-11B',
  'O.753',
  'x5',
  '#1',
  'fixed 20 per class',
  '20 per node',
  '3D',
  'cm',
  'improving about 0.2-0.3dB',
  'github.com/someone/CamVid-95-accuracy',
  '1.2.3',
  '1,2,3',
  '1e999',
  'constructor',
];

/** What stands around the number, for the forms that have more than one. */
const PARTS: [string, Partial<Value>][] = [
  ['93.5%', { unit: '%', isPlain: true }],
  ['79.6%%', { unit: '%', isPlain: true }],
  ['76,2%', { unit: '%', isPlain: false }],
  ['2.42±0.01', { uncertainty: 0.01, isPlain: true }],
  ['212 ± 213', { uncertainty: 213, isPlain: false }],
  ['0.8428 ± 0.0014', { uncertainty: 0.0014 }],
  ['42.5 +/- 0.3', { uncertainty: 0.3 }],
  ['91.2% (±0.4)', { unit: '%', uncertainty: 0.4 }],
  ['1.5±0.2M', { number: 1_500_000, uncertainty: 200_000 }],
  ['>1,400.000', { number: 1400, qualifier: 'above' }],
  ['<0.5', { qualifier: 'below' }],
  ['≥ 3', { qualifier: 'above' }],
  ['~12.5', { qualifier: 'about' }],
  ['54.60/55.55', { further: [55.55] }],
  ['87:1', { further: [1] }],
  ['850x1', { further: [1] }],
  ['176400x4x3', { further: [4, 3] }],
  ['94.6 (14  gestures) , 91.9 (28 gestures )', { further: [91.9] }],
  ['63.7*', { note: '*', isPlain: false }],
  ['60.7+', { note: '+' }],
  ['70.14 (measured by Ge et al., 2018)', { note: '(measured by Ge et al., 2018)' }],
  ['0.33s/img', { unit: 's', note: '/img' }],
  ['5.3 GFLOPs', { unit: 'FLOPs' }],
  ['15.9M', { isPlain: false }],
];

describe('parseValue', () => {
  test.each(NUMBERS)('reads %j as %d', (text, number) => {
    expect(parseValue(text).number).toBe(number);
  });

  test.each(NO_NUMBERS)('finds no number in %j, and above all no 0', (text) => {
    expect(parseValue(text)).toEqual({ raw: text, number: null, isPlain: false });
  });

  test.each(PARTS)('says what else %j holds', (text, parts) => {
    expect(parseValue(text)).toMatchObject(parts);
  });

  test.each(['70.3', '**70.3**', '-1.1', '0', '\ufeff93.3', '*70.3*'])(
    'finds nothing beside the number in %j',
    (text) => {
      expect(Object.keys(parseValue(text)).sort()).toEqual(['isPlain', 'number', 'raw']);
    },
  );

  test('a comma and three digits are read as told; other commas are what they are', () => {
    expect(parseValue('7,537', 'decimal').number).toBe(7.537);
    expect(parseValue('7,537', 'thousands').number).toBe(7537);
    expect(parseValue('99,45', 'thousands').number).toBe(99.45);
    expect(parseValue('1,514,187', 'decimal').number).toBe(1_514_187);
    expect(parseValue('0,123', 'thousands').number).toBe(0.123);
    expect(['7,537', '**7,537%**', '>2,200'].map(isAmbiguousValue)).toEqual([true, true, true]);
    expect(['7.537', '99,45', '0,123', '1,514,187'].some(isAmbiguousValue)).toBe(false);
  });

  test('reads back what JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseValue(String(number)).number).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  test('is quick and harmless on any text, keeps it, and makes a 0 of none without one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { raw, number, uncertainty = 0, further = [] } = parseValue(text);
        expect(raw).toBe(text);
        expect([number ?? 1, uncertainty, ...further].every(Number.isFinite)).toBe(true);
        if (number === 0) expect(text).toContain('0');
      }),
    );
    expect(parseValue(`1${',1'.repeat(1_000_000)}`).number).toBeNull();
  });
});
