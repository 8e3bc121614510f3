import { expect, test } from 'vitest';
import { makeAliases } from '../../../../src/builder/records/make-aliases.ts';
import { isKey } from '../../../../src/format/key.ts';
import { aliasKey } from '../../../../src/format/records/alias.ts';
import type { Dataset } from '../../../../src/format/records/dataset.ts';
import type { Method } from '../../../../src/format/records/method.ts';
import type { Task } from '../../../../src/format/records/task.ts';

type Boards = Parameters<typeof makeAliases>[0]['boards'];

const board = (slug: string, taskName: string, dataset: string, parents: string[] = []) =>
  ({ slug, raw: { taskName, dataset, parents, rows: [] } }) as unknown as Boards[number];
const task = (fields: Pick<Task, 'slug' | 'name' | 'papers'> & Partial<Task>): Task => ({
  areas: [],
  boards: [],
  ...fields,
});
const dataset = (fields: Pick<Dataset, 'slug' | 'name' | 'papers'> & Partial<Dataset>): Dataset =>
  fields;
const method: Method = { slug: 'resnet', name: 'ResNet', fullName: 'Residual Network', papers: 5 };

const aliases = new Map(
  makeAliases({
    boards: [
      board('detection-on-minival', 'Detection', 'minival', ['COCO']),
      board('detection-on-coco', 'Detection', 'COCO'),
      board('detection-on-coco-1', 'Detection', 'COCO '),
    ],
    tasks: [
      task({ slug: 'scene-parsing', name: 'Scene Parsing', papers: 1 }),
      task({ slug: 'segmentation', name: 'Segmentation', synonyms: ['Scene Parsing'], papers: 99 }),
      task({ slug: 'x12345678', name: '图像', papers: 1 }),
    ],
    datasets: [
      dataset({ slug: 'small', name: 'Small', variants: ['test-dev'], papers: 1 }),
      dataset({ slug: 'big', name: 'Big', variants: ['Test dev'], papers: 50 }),
    ],
    methods: [method],
  }),
);

test('boards go by task and dataset, with the datasets above and without', () => {
  expect(aliases.get('board/detectiononminival')).toEqual(['detection-on-minival']);
  expect(aliases.get('board/detectiononcocominival')).toEqual(['detection-on-minival']);
});

test('of several under one name the one whose slug it is comes first, then the bigger', () => {
  expect(aliases.get('board/detectiononcoco')).toEqual([
    'detection-on-coco',
    'detection-on-coco-1',
  ]);
  expect(aliases.get('task/sceneparsing')).toEqual(['scene-parsing', 'segmentation']);
  expect(aliases.get('dataset/testdev')).toEqual(['big', 'small']);
});

test('full names lead to methods; a name of which nothing is left leads nowhere', () => {
  expect(aliases.get('method/residualnetwork')).toEqual(['resnet']);
  expect(aliases.get('task/x12345678')).toEqual(['x12345678']);
  expect(aliasKey('task', '图像')).toBeNull();
});

test('keys ascend and can be keys, however long a name is', () => {
  const keys = [...aliases.keys()];
  expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(keys.every(isKey)).toBe(true);
  expect(isKey(aliasKey('dataset', 'long name '.repeat(60)) ?? '')).toBe(true);
});
