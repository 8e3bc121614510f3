import { expect, test } from 'vitest';
import { countFacet } from '../../../../src/components/catalogue/count-facet.ts';
import { facetOptions } from '../../../../src/components/catalogue/facet-options.ts';
import { groupByArea } from '../../../../src/components/catalogue/group-by-area.ts';
import { groupByTask } from '../../../../src/components/catalogue/group-by-task.ts';
import { groupCollections } from '../../../../src/components/catalogue/group-collections.ts';
import { mostBoardsFirst } from '../../../../src/components/catalogue/order-tasks.ts';
import type { BoardListing } from '../../../../src/format/records/board.ts';
import type { TaskListing } from '../../../../src/format/records/task.ts';

const VISION = { slug: 'computer-vision', name: 'Computer Vision' };
const SPEECH = { slug: 'speech', name: 'Speech' };
const MUSIC = { slug: 'music', name: 'Music' };

test('items stand under each of their areas, the others last, empty areas nowhere', () => {
  const a = { areas: ['speech', 'computer-vision'] };
  const b = { areas: ['computer-vision', 'computer-vision'] };
  const c = { areas: [] };
  const d = { areas: ['unheard-of'] };
  expect(groupByArea([VISION, MUSIC, SPEECH], [a, b, c, d])).toEqual([
    { area: VISION, members: [a, b] },
    { area: SPEECH, members: [a] },
    { area: null, members: [c, d] },
  ]);
});

test('no items make no groups', () => {
  expect(groupByArea([VISION], [])).toEqual([]);
});

function board(task: string, dataset: string): BoardListing {
  return {
    slug: `${task}-on-${dataset}`,
    task: { slug: task, name: task },
    dataset,
    rows: 1,
    areas: [],
  };
}

test('boards stand under their tasks, most boards first, in their own order', () => {
  const boards = [board('a', '1'), board('b', '1'), board('b', '2'), board('c', '1')];
  expect(
    groupByTask(boards).map(({ task, boards: own }) => [task.slug, own.map((b) => b.dataset)]),
  ).toEqual([
    ['b', ['1', '2']],
    ['a', ['1']],
    ['c', ['1']],
  ]);
});

function task(slug: string, boards: number, papers: number): TaskListing {
  return { slug, name: slug, areas: [], boards, papers };
}

test('tasks stand by leaderboards, then papers, then as they came', () => {
  const tasks = [task('a', 0, 1), task('b', 2, 0), task('c', 0, 9), task('d', 2, 0)];
  expect(mostBoardsFirst(tasks).map(({ slug }) => slug)).toEqual(['b', 'd', 'c', 'a']);
});

test('a facet counts each item once a value', () => {
  const items = [{ of: ['b', 'a', 'b'] }, { of: ['b'] }, {}, { of: ['c'] }];
  expect(countFacet(items, (item) => item.of)).toEqual([
    { value: 'b', count: 2 },
    { value: 'a', count: 1 },
    { value: 'c', count: 1 },
  ]);
});

test('choices of a facet keep their order while their counts change', () => {
  expect(facetOptions(['Images', 'Texts'], [{ value: 'Texts', count: 1200 }])).toEqual([
    { value: '', label: 'All' },
    { value: 'Images', label: 'Images (0)' },
    { value: 'Texts', label: 'Texts (1,200)' },
  ]);
});

test('collections stand under their areas, those without one last', () => {
  expect(
    groupCollections([
      { name: 'Loose' },
      { name: 'Optimization', area: { slug: 'general', name: 'General' } },
      { name: 'Backbones', area: VISION },
      { name: 'Attention', area: { slug: 'general', name: 'General' } },
      { name: 'Attention', area: { slug: 'general', name: 'General' } },
    ]),
  ).toEqual([
    { area: 'General', names: ['Optimization', 'Attention'] },
    { area: 'Computer Vision', names: ['Backbones'] },
    { area: null, names: ['Loose'] },
  ]);
});
