import { expect, test } from 'vitest';
import {
  addressWords,
  parentPath,
  slugWords,
} from '../../../../src/components/lost/address-words.ts';

test.each([
  ['/rc2020', 'rc2020'],
  ['/lib/timm', 'timm'],
  ['/lib/pytorch-image_models', 'pytorch image models'],
  ['/sota/image-classification-on-imagenet', 'image classification imagenet'],
  ['/task/object-detection/codeless', 'object detection codeless'],
  ['/task/object-detection/latest', 'object detection'],
  ['/paper/attention-is-all-you-need', 'attention is all you need'],
  ['/methods/category/transformers', 'transformers'],
  ['/author/Andr%C3%A9s-Mu%C3%B1oz', 'Andrés Muñoz'],
  ['/greatest', ''],
  ['/%E0%A4%A', 'E0 A4 A'],
  ['/', ''],
])('%s is about "%s"', (path, words) => {
  expect(addressWords(path)).toBe(words);
});

test('the page above a deeper address, where that is one', () => {
  expect(parentPath('/task/object-detection/latest')).toBe('/task/object-detection');
  expect(parentPath('/Paper/bert/review/')).toBe('/paper/bert');
  expect(parentPath('/task/object-detection')).toBeNull();
  expect(parentPath('/no/such/page')).toBeNull();
});

test('a slug as words', () => {
  expect(slugWords('image_classification-on-imagenet')).toBe('image classification on imagenet');
});
