import { expect, test } from 'vitest';
import {
  findBySlug,
  planCollections,
  planMethodTree,
} from '../../../../src/components/catalogue/method-tree.ts';

const method = (slug: string, areas: string[], collections: string[]) => ({
  slug,
  name: slug,
  areas,
  collections,
  papers: 1,
});

const METHODS = [
  method('relu', ['General'], ['Activation Functions']),
  method('gelu', ['General'], ['Activation Functions']),
  method('vit', ['Computer Vision', 'General'], ['Vision Transformers', 'Activation Functions']),
  method('deit', ['Computer Vision'], ['Vision Transformers']),
  method('swin', ['Computer Vision'], ['Vision Transformers']),
  method('loose', [], ['Loose Ends']),
];

test('a collection is of the area that its methods of one area have', () => {
  const tree = planMethodTree(METHODS);
  expect(
    tree.map(({ slug, methods, collections }) => [
      slug,
      methods.length,
      collections.map(({ name }) => name),
    ]),
  ).toEqual([
    ['general', 3, ['Activation Functions']],
    ['computer-vision', 3, ['Vision Transformers']],
  ]);
  expect(planCollections(METHODS).find(({ slug }) => slug === 'loose-ends')?.area).toBeNull();
});

test('a slug is found in any case, and with the number of an old address', () => {
  const collections = planCollections(METHODS);
  expect(findBySlug(collections, 'Activation-Functions')?.name).toBe('Activation Functions');
  expect(findBySlug(collections, 'vision-transformers-1')?.name).toBe('Vision Transformers');
  expect(findBySlug(collections, 'no-such')).toBeNull();
});
