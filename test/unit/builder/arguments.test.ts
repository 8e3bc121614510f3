import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/builder/arguments.ts';
import { InputError } from '../../../src/builder/input-error.ts';

test('reads all options', () => {
  const argv = ['--from', 'a', '--to', 'b', '--date', '2025-07-28', '--level', '9'];
  expect(parseArguments(argv)).toEqual({ from: 'a', to: 'b', date: '2025-07-28', level: 9 });
  expect(parseArguments(['--from=a', '--to=b'])).toEqual({
    from: 'a',
    to: 'b',
    date: null,
    level: 16,
  });
  expect(parseArguments(['--help'])).toBeNull();
});

test.each([
  [['--to', 'b'], '--from is missing'],
  [['--from', 'a'], '--to is missing'],
  [['--from', 'a', '--to', 'b', '--date', 'today'], '--date is "today"'],
  [['--from', 'a', '--to', 'b', '--date', '2025-02-30'], '--date is "2025-02-30"'],
  [['--from', 'a', '--to', 'b', '--date', '2025-02'], '--date is "2025-02"'],
  [['--from', 'a', '--to', 'b', '--level', '23'], '--level is "23"'],
  [['--from', 'a', '--to', 'b', '--level', '1.5'], '--level is "1.5"'],
  [['--from', 'a', '--to', 'b', '--colour'], '--colour'],
  [['somewhere'], 'not understood'],
  [['--from'], 'not understood'],
])('%j: %s', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(InputError);
  expect(() => parseArguments(argv)).toThrow(message);
});
