import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cleanMarkdown,
  cleanName,
  cleanTexText,
  cleanValue,
  cutText,
} from '../../../src/builder/text.ts';

test.each([
  ['ResNet-50', 'ResNet-50'],
  ['  two   blanks\t\n ', 'two blanks'],
  ['no\u00a0break', 'no break'],
  ['e\u0301', 'é'],
  ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ['emoji 😀 stays', 'emoji 😀 stays'],
  ['GAS<sub>ext</sub> †', 'GAS<sub>ext</sub> †'],
  ['nul\u0000l', 'nul l'],
  ['\u202eevil', 'evil'],
  ['\ufeffmark', 'mark'],
  [' \u0000 ', ''],
])('cleanName(%j) is %j', (raw, text) => {
  expect(cleanName(raw).text).toBe(text);
});

test.each([
  [' 93.3 ', '93.3'],
  ['\ufeff93.3', '93.3'],
  ['94.6 (14  gestures)', '94.6 (14  gestures)'],
  ['a\tb', 'a b'],
])('cleanValue(%j) is %j', (raw, text) => {
  expect(cleanValue(raw).text).toBe(text);
});

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['**bold** $x\\_{1}$ <b>html</b>\n\n', '**bold** $x\\_{1}$ <b>html</b>'],
  ['tab\tstays\u0007', 'tab\tstays'],
  ['\udc00', '\ufffd'],
])('cleanMarkdown(%j) is %j', (raw, text) => {
  expect(cleanMarkdown(raw).text).toBe(text);
});

test('texts with TeX are decoded', () => {
  expect(cleanTexText('na\\"ive  \n caf\\\'e', 100).text).toBe('naïve café');
});

test('ten megabytes are cut before they are cleaned', () => {
  const huge = 'ab '.repeat(3_500_000);
  for (const clean of [cleanName, cleanValue, cleanMarkdown]) {
    const { text, wasCut } = clean(huge);
    expect(wasCut).toBe(true);
    expect(text.length).toBeLessThanOrEqual(60_000);
  }
  expect(cleanName('x'.repeat(2000))).toEqual({ text: 'x'.repeat(2000), wasCut: false });
  expect(cleanName('x'.repeat(2001)).wasCut).toBe(true);
});

test('whatever comes in: no controls, no lone surrogates, NFC, within the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
      for (const { text } of [cleanName(raw), cleanValue(raw), cleanTexText(raw, 50)]) {
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(text.normalize('NFC')).toBe(text);
      }
      expect(cleanName(cleanName(raw).text).text).toBe(cleanName(raw).text);
    }),
  );
});

test('cutText never splits a character', () => {
  expect(cutText('ab😀', 3)).toBe('ab');
  expect(cutText('ab😀', 4)).toBe('ab😀');
});
