import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/builder/arguments.ts';
import { InputError } from '../../../src/builder/input-error.ts';

test('reads all options', () => {
  const argv = ['--from', 'a', '--to', 'b', '--date', '2025-07-28', '--level', '9'];
  const plain = { sign: null, by: null, issued: null, bundle: null };
  const places = { from: 'a', to: 'b' };
  expect(parseArguments(argv)).toEqual({ ...places, date: '2025-07-28', level: 9, ...plain });
  expect(parseArguments(['--from=a', '--to=b'])).toEqual({
    ...places,
    date: null,
    level: 16,
    ...plain,
  });
  const issued = '2025-07-28T12:00:00Z';
  const signed = ['--sign', 'k', '--signer', ' Me ', '--issued', issued, '--bundle', 'f'];
  expect(parseArguments([...argv, ...signed])).toMatchObject({
    sign: 'k',
    by: 'Me',
    issued,
    bundle: 'f',
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
  [['--from=a', '--to=b', '--signer=Me'], '--signer is of no use without --sign'],
  [['--from=a', '--to=b', '--issued=2025-07-28T12:00:00Z'], '--issued is of no use'],
  [['--from=a', '--to=b', '--sign=k', '--issued=yesterday'], '--issued is "yesterday"'],
  [['--from=a', '--to=b', '--sign=k', '--signer='], '--signer has 0 characters'],
  [['somewhere'], 'not understood'],
  [['--from'], 'not understood'],
])('%j: %s', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(InputError);
  expect(() => parseArguments(argv)).toThrow(message);
});
