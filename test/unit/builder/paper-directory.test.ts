import { expect, test } from 'vitest';
import { PaperDirectory } from '../../../src/builder/papers/paper-directory.ts';

test('papers are found by slug and by where they were published, each key once, in order', () => {
  const directory = new PaperDirectory();
  directory.add(0, {
    slug: 'old',
    title: 'Old',
    authors: [],
    arxivId: 'cs/0112017',
    abstractUrl: 'http://arxiv.org/abs/cs/0112017v1',
    venueUrl: 'https://aclanthology.org/P01-1001/',
    pdfUrl: 'https://example.org/own.pdf',
  });
  directory.add(1, { slug: 'copy', title: 'Old again', authors: [], arxivId: 'cs/0112017' });
  directory.add(3, {
    slug: 'ranked',
    title: 'Ranked',
    authors: [],
    arxivId: '1706.03762',
    hasResults: true,
  });
  directory.add(2, { slug: 'acl:p01-1001', title: 'Odd', authors: [] });
  expect([...directory.finish()]).toEqual([
    ['acl:p01-1001', 2],
    ['arxiv:1706.03762', 3],
    ['arxiv:cs/0112017', 0],
    ['copy', 1],
    ['old', 0],
    ['ranked', { number: 3, hasResults: true }],
  ]);
});
