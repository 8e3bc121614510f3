import { expect, test } from 'vitest';
import { describeShared } from '../../../../src/components/paper/shared-features.ts';
import type { Paper } from '../../../../src/format/records/paper.ts';

const paper: Paper = {
  slug: 'a',
  title: 'Cross-Modal Alignment for Detection',
  authors: ['A. Author', 'B. Author'],
  tasks: [{ name: 'Object Detection' }, { name: 'Retrieval' }],
  methods: [{ name: 'CLIP' }],
};

test('what two papers share, what says most first', () => {
  const boards = ['Object Detection on COCO'];
  const words = ['cross-modal', 'alignment', 'detection', 'radar'];
  expect(describeShared(paper, { ...paper, slug: 'b' }, { words, boards })).toBe(
    'same board: Object Detection on COCO; same task: Object Detection, Retrieval; same method: CLIP; ' +
      'same author: A. Author, B. Author; words: cross-modal, alignment, detection',
  );
});

test('nothing, when they share nothing', () => {
  expect(
    describeShared(paper, { slug: 'b', title: '', authors: [] }, { words: [], boards: [] }),
  ).toBe('');
});
