import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIT,
  fitName,
  hasLetters,
  keyOfName,
  parseNameQuery,
} from '../../../../src/search/names/match-name.ts';
import { createNameIndex } from '../../../../src/search/names/name-index.ts';

const fit = (name: string, text: string) => fitName(keyOfName(name), parseNameQuery(text));

describe('how a name fits', () => {
  it.each([
    ['CIFAR-10', 'cifar10', FIT.exact],
    ['Pokémon', 'pokemon', FIT.exact],
    ['CIFAR-100', 'cifar10', FIT.start],
    ['Image Classification on ImageNet', 'image cl', FIT.start],
    ['Image Classification on ImageNet', 'imagenet class', FIT.words],
    ['Neural Machine Translation', 'nmt', FIT.initials],
    ['WikiText-103', 'text', FIT.inside],
    ['EfficientNetV2', 'net efficient', FIT.inside],
    ['Image Classification', 'classes', null],
    ['C++', 'c', FIT.start],
    ['ResNet', 'x', null],
  ])('%s for %j: %s', (name, text, expected) => {
    expect(fit(name, text)).toBe(expected);
  });

  it('allows for letters left out', () => {
    const letters = (name: string, text: string) =>
      hasLetters(keyOfName(name), parseNameQuery(text));
    expect(letters('Image Classification', 'imgclas')).toBe(true);
    expect(letters('Object Detection', 'obdet')).toBe(true);
    expect(letters('Image Classification', 'icn')).toBe(false);
    expect(letters('A very long name with many letters', 'aetr')).toBe(false);
  });
});

describe('an index of names', () => {
  const index = createNameIndex([
    { slug: 'small', name: 'Image Segmentation', size: 5 },
    { slug: 'big', name: 'Image Classification', size: 90 },
    { slug: 'resnet', name: 'ResNet', otherNames: ['Residual Network'], size: 40 },
    { slug: 'other', name: 'Preimage Search', size: 900 },
  ]);
  const slugs = (text: string, limit = 5) =>
    index.find(text, limit).map(({ record }) => record.slug);

  it('has the best fit first, then the biggest', () => {
    expect(slugs('image')).toEqual(['big', 'small', 'other']);
    expect(slugs('image', 1)).toEqual(['big']);
    expect(slugs('imgseg')).toEqual([]);
    expect(index.findByLetters('imgseg', 5)).toMatchObject([{ record: { slug: 'small' } }]);
  });

  it('finds by another name, and nothing by nothing', () => {
    expect(slugs('residual')).toEqual(['resnet']);
    expect(slugs('')).toEqual([]);
    expect(slugs('  -')).toEqual([]);
  });

  it('finds every name by itself, by its beginnings and by its words in any order', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}[0-9]{0,2}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), fc.nat(), (names, pick) => {
        const index = createNameIndex(names.map((name, at) => ({ slug: `${at}`, name, size: at })));
        const wanted = names[pick % names.length]!;
        const found = (text: string) =>
          index.find(text, names.length).map(({ record }) => record.name);
        expect(found(wanted)[0]?.replaceAll(' ', '')).toBe(wanted.replaceAll(' ', ''));
        expect(found(wanted.slice(0, 1 + (pick % wanted.length)))).toContain(wanted);
        expect(found(wanted.split(' ').toReversed().join(' '))).toContain(wanted);
      }),
    );
  });
});
