import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKey } from '../../../src/format/key.ts';
import { nameKey } from '../../../src/format/name-key.ts';
import { slugify } from '../../../src/format/slug.ts';

test.each([
  ['Image Classification', 'image-classification'],
  ['  Text-to-Image   Generation ', 'text-to-image-generation'],
  ['Visual Question Answering (VQA)', 'visual-question-answering-vqa'],
  ['SQuAD1.1', 'squad11'],
  ["THUMOS’14 / THUMOS'15", 'thumos14-thumos15'],
  ['WMT2016 English--Romanian', 'wmt2016-english-romanian'],
  ['Café Ångström', 'cafe-angstrom'],
  ['ﬁne ² Ⅳ', 'fine-2-iv'],
  ['snake_case_name', 'snake_case_name'],
  ['\u212aelvin İ', 'kelvin-i'],
  ['- -', ''],
  ['机器翻译', ''],
  ['', ''],
])('slugify(%j) is %j', (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test('a slug is a key or nothing, and slugs of slugs are the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const slug = slugify(name);
      expect(slug === '' || isKey(slug)).toBe(true);
      expect(slugify(slug)).toBe(slug);
    }),
  );
});

test.each([
  ['COCO test-dev', 'cocotestdev'],
  ['coco_testdev', 'cocotestdev'],
  ['Résumé №5', 'resumeno5'],
  ['机器 翻译', '机器翻译'],
  ['+-*', ''],
])('nameKey(%j) is %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});
