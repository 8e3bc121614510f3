import { expect, test } from 'vitest';
import { namesOfLists } from '../../../../src/format/records/names-of-lists.ts';

test('names stand by kind, the biggest first, without advertisements', () => {
  const method = { slug: 'resnet', name: 'ResNet', fullName: 'Residual Network', papers: 9 };
  const names = namesOfLists({
    boards: [
      { slug: 'b', task: { slug: 't', name: 'Task' }, dataset: 'Small', rows: 2, areas: [] },
      { slug: 'a', task: { slug: 't', name: 'Task' }, dataset: 'Large', rows: 7, areas: [] },
    ],
    tasks: [{ slug: 't', name: 'Task', areas: [], boards: 2, papers: 5 }],
    datasets: [
      { slug: 'y', name: 'Y', fullName: 'Y', papers: 3, boards: 0 },
      { slug: 'x', name: 'X', papers: 3, boards: 0 },
    ],
    methods: [{ slug: 'ad', name: 'Call us', papers: 99, isAdvertisement: true }, method],
  });
  expect(names).toEqual([
    { kind: 'board', slug: 'a', name: 'Task on Large', size: 7 },
    { kind: 'board', slug: 'b', name: 'Task on Small', size: 2 },
    { kind: 'task', slug: 't', name: 'Task', size: 5 },
    { kind: 'dataset', slug: 'x', name: 'X', size: 3 },
    { kind: 'dataset', slug: 'y', name: 'Y', size: 3 },
    { kind: 'method', slug: 'resnet', name: 'ResNet', fullName: 'Residual Network', size: 9 },
  ]);
});
