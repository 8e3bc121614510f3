import { expect, test } from 'vitest';
import { parseArguments } from '../../../../src/builder/download/arguments.ts';
import { InputError } from '../../../../src/builder/input-error.ts';

test('defaults, options and the environment', () => {
  expect(parseArguments([], {})).toEqual({
    dumps: 'dumps',
    to: 'snapshot',
    mirrors: ['https://huggingface.co'],
    isBuilt: true,
  });
  const environment = { PWC_ARCHIVE_MIRRORS: 'https://a.test/, http://b.test/hub' };
  expect(parseArguments(['--fetch-only'], environment)).toMatchObject({
    mirrors: ['https://a.test', 'http://b.test/hub'],
    isBuilt: false,
  });
  const given = ['--mirror', 'https://c.test', '--mirror=https://d.test', '--dumps=x', '--to=y'];
  expect(parseArguments(given, environment)).toMatchObject({
    mirrors: ['https://c.test', 'https://d.test'],
    dumps: 'x',
    to: 'y',
  });
  expect(parseArguments(['--help'], {})).toBeNull();
});

test.each([
  [['--mirror', 'somewhere'], '"somewhere" is no address'],
  [['--mirror', 'ftp://a.test'], '"ftp://a.test" is no address'],
  [['--mirror', 'https://a.test/?x=1'], 'is no address'],
  [['--colour'], 'not understood'],
])('%j: %s', (argv, message) => {
  expect(() => parseArguments(argv, {})).toThrow(InputError);
  expect(() => parseArguments(argv, {})).toThrow(message);
});
