import { expect, test } from 'vitest';
import { explainNoBoards } from '../../../../src/components/catalogue/explain-no-boards.ts';

const TASK = { slug: 't', name: 'T', areas: [], boards: [], papers: 0 };
const PARENT = { slug: 'p', name: 'Parsing' };

test.each([
  [TASK, 'The archive has no results for this task.'],
  [{ ...TASK, papers: 3 }, 'only papers that name it.'],
  [{ ...TASK, children: [{ slug: 'c', name: 'C', boards: 2 }], parents: [PARENT] }, 'subtasks'],
  [{ ...TASK, children: [{ slug: 'c', name: 'C', boards: 0 }], parents: [PARENT] }, 'See Parsing'],
])('%j', (task, expected) => {
  expect(explainNoBoards(task)).toContain(expected);
});
