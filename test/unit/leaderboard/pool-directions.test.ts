import { describe, expect, test } from 'vitest';
import { DirectionPool, majority } from '../../../src/leaderboard/pool-directions.ts';

const known = (name: string, direction: 'higher' | 'lower' | null, times: number) =>
  Array.from({ length: times }, () => ({ name, direction }));

describe('DirectionPool', () => {
  test('counts votes by name, whatever its spelling', () => {
    const pool = new DirectionPool([
      ...known('mAP', 'higher', 9),
      ...known('MAP', 'lower', 1),
      ...known('Time', null, 5),
      ...known('__proto__', 'lower', 2),
    ]);
    expect(pool.votes('map')).toEqual({ higher: 9, lower: 1 });
    expect(pool.votes('Time')).toEqual({ higher: 0, lower: 0 });
    expect(pool.votes('__proto__')).toEqual({ higher: 0, lower: 2 });
    expect(pool.votes('constructor')).toEqual({ higher: 0, lower: 0 });
  });

  test('leaves the vote of one board out', () => {
    const pool = new DirectionPool(known('AP', 'lower', 2));
    expect(pool.votes('AP', { name: 'ap', direction: 'lower' })).toEqual({ higher: 0, lower: 1 });
    expect(pool.votes('AP', { name: 'ap', direction: null })).toEqual({ higher: 0, lower: 2 });
    expect(pool.votes('AP', { name: 'F1', direction: 'lower' })).toEqual({ higher: 0, lower: 2 });
  });
});

test.each([
  [{ higher: 2, lower: 0 }, 'higher'],
  [{ higher: 0, lower: 3 }, 'lower'],
  [{ higher: 9, lower: 1 }, 'higher'],
  [{ higher: 1, lower: 0 }, null],
  [{ higher: 0, lower: 0 }, null],
  [{ higher: 5, lower: 1 }, null],
  [{ higher: 3, lower: 3 }, null],
])('majority of %o is %s', (votes, expected) => {
  expect(majority(votes)).toBe(expected);
});
