import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKey } from '../../../src/format/key.ts';
import { modelKey } from '../../../src/format/model-key.ts';

test.each([
  ['GPT-4', 'gpt 4', 'GPT4', 'gpt_4', 'GPT\u20114', 'GPT\u22124'],
  ['GAS<sub>ext</sub>', 'GASext'],
  ['ＢＥＲＴ', 'bert'],
])('%s is spelt in several ways', (...names) => {
  expect(new Set(names.map(modelKey)).size).toBe(1);
});

test.each([
  ['BERT', 'BERT+'],
  ['ViT-L/16', 'ViT-L16'],
  ['Llama 2.1', 'Llama 21'],
  ['模型一', '模型二'],
  ['a%62', 'ab'],
])('%s and %s are two models', (one, other) => {
  expect(modelKey(one)).not.toBe(modelKey(other));
});

test('a name without anything but joints has no key', () => {
  for (const name of ['', ' - ', '__']) expect(modelKey(name)).toBe('');
});

/** Any code points, lone surrogates too. */
const names = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 100,
  })
  .map((points) => String.fromCodePoint(...points));

test('whatever the name, its key can be one of a section, and is folded once and for all', () => {
  fc.assert(
    fc.property(names, (name) => {
      const key = modelKey(name);
      if (key !== '') expect(isKey(key)).toBe(true);
      expect(modelKey(` ${name}-`)).toBe(key);
    }),
  );
});
