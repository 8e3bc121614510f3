import { expect, test } from 'vitest';
import { notability, pickNotable } from '../../../src/leaderboard/notable.ts';

const board = (name: string, task: string, results: number, papers: number, years: number) => ({
  name,
  task,
  activity: { results, papers, years },
});

const pick = (boards: ReturnType<typeof board>[], most: number) =>
  pickNotable(boards, most, { activity: ({ activity }) => activity, task: ({ task }) => task }).map(
    ({ name }) => name,
  );

test('a board counts by results, papers and years together', () => {
  expect(notability({ results: 100, papers: 50, years: 4 })).toBe(20_000);
  // Two hundred results of one paper in one year weigh less than ten of ten papers in three.
  expect(
    pick([board('one paper', 'a', 200, 1, 1), board('long contest', 'b', 10, 10, 3)], 2),
  ).toEqual(['long contest', 'one paper']);
});

test('one board a task, at most as many as asked for, the first of equal ones first', () => {
  const boards = [
    board('a1', 'a', 10, 10, 2),
    board('a2', 'a', 10, 10, 9),
    board('b1', 'b', 5, 5, 5),
    board('c1', 'c', 5, 5, 5),
    board('d1', 'd', 1, 1, 1),
  ];
  expect(pick(boards, 3)).toEqual(['a2', 'b1', 'c1']);
});

test('boards without papers or without dates are never notable', () => {
  expect(pick([board('no papers', 'a', 50, 0, 3), board('no dates', 'b', 50, 9, 0)], 5)).toEqual(
    [],
  );
});
