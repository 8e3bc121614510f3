import { expect, test } from 'vitest';
import {
  parseDatasetsSearch,
  resolveDatasetsSearch,
} from '../../../../src/components/catalogue/datasets-search.ts';
import { parseFilterSearch } from '../../../../src/components/catalogue/filter-search.ts';
import {
  parseMethodsSearch,
  resolveMethodsSearch,
} from '../../../../src/components/catalogue/methods-search.ts';
import { parseTasksSearch } from '../../../../src/components/catalogue/tasks-search.ts';

test.each([
  [{}, {}],
  [{ q: 'few shot' }, { q: 'few shot' }],
  // A blank at the end stays: someone is typing the next word.
  [{ q: 'few ' }, { q: 'few ' }],
  [{ q: 2024 }, { q: '2024' }],
  [{ q: true }, { q: 'true' }],
  [{ q: '  ' }, {}],
  [{ q: null }, {}],
  [{ q: ['a'] }, {}],
  [{ q: { a: 1 } }, {}],
  [{ other: 'x' }, {}],
])('the filter of %j is %j', (search, expected) => {
  expect(parseFilterSearch(search)).toEqual(expected);
});

test.each([
  [true, { all: true }],
  [1, { all: true }],
  ['true', { all: true }],
  [false, {}],
  ['no', {}],
  [undefined, {}],
])('all=%j of the tasks is %j', (all, expected) => {
  expect(parseTasksSearch({ all })).toEqual(expected);
});

test('advertisements are shown only when the address says so', () => {
  expect(parseMethodsSearch({ area: 'Audio', ads: true })).toEqual({ area: 'Audio', ads: true });
  expect(parseDatasetsSearch({ ads: 'true' })).toEqual({ ads: true });
  expect(parseMethodsSearch({ ads: false })).toEqual({});
});

test('an empty text takes a field out of the address', () => {
  const search = parseDatasetsSearch({ q: 'a', modality: 'Images', sort: 'name' });
  expect(parseDatasetsSearch({ ...search, modality: '', sort: '' })).toEqual({ q: 'a' });
});

const MODALITIES = ['Images', '3D'];

test('known modalities and sorts are taken', () => {
  expect(resolveDatasetsSearch({}, MODALITIES)).toEqual({
    modality: null,
    sort: 'papers',
    problem: null,
  });
  expect(resolveDatasetsSearch({ modality: '3D', sort: 'newest' }, MODALITIES)).toEqual({
    modality: '3D',
    sort: 'newest',
    problem: null,
  });
});

test('wrong ones fall back, and each is named', () => {
  const view = resolveDatasetsSearch({ modality: 'images', sort: 'best' }, MODALITIES);
  expect(view).toMatchObject({ modality: null, sort: 'papers' });
  expect(view.problem).toContain('“images”');
  expect(view.problem).toContain('“best”');
});

test('a wrong area of methods falls back and says so', () => {
  expect(resolveMethodsSearch(parseMethodsSearch({ area: 'Audio' }), ['Audio'])).toEqual({
    area: 'Audio',
    problem: null,
  });
  const view = resolveMethodsSearch(parseMethodsSearch({ area: 'Nowhere' }), ['Audio']);
  expect(view.area).toBeNull();
  expect(view.problem).toContain('“Nowhere”');
});
