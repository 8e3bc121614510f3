import { expect, test } from 'vitest';
import { LAST_DUMPS } from '../../../../src/builder/download/last-dumps.ts';
import { chooseDumps, parseListing } from '../../../../src/builder/download/listing.ts';

const SUM = 'a'.repeat(64);

test('files with their size and sum; what is no file is left out', () => {
  const listing = [
    { type: 'directory', path: 'old', oid: 'x', size: 0 },
    { type: 'file', path: 'a.json', oid: 'x', size: 5 },
    {
      type: 'file',
      path: 'b.gz',
      oid: 'x',
      size: 130,
      lfs: { oid: SUM, size: 99, pointerSize: 130 },
    },
    { type: 'file', path: 'c.gz', size: 99, lfs: { oid: `sha256:${SUM}`, size: 99 } },
    { type: 'file', path: 'd.gz', size: -1 },
    { type: 'file', path: 'e.gz', size: 1, lfs: { oid: 'short', size: 1 } },
    null,
    'text',
  ];
  expect(parseListing(listing)).toEqual([
    { path: 'a.json', bytes: 5, sha256: null },
    { path: 'b.gz', bytes: 99, sha256: SUM },
    { path: 'c.gz', bytes: 99, sha256: SUM },
  ]);
  expect(parseListing({ error: 'not found' })).toBeNull();
});

test('dumps are told by their names, in whatever folder and with whatever before them', () => {
  const file = (path: string) => ({ path, bytes: 1, sha256: null });
  const chosen = chooseDumps(
    [
      'jul-28-evaluation-tables.json.gz',
      'files/methods.json',
      'links-between-paper-and-code.json.gz',
      'datasets.csv',
      'README.md',
    ].map(file),
  );
  expect(chosen).toEqual({
    'papers-with-abstracts': { kind: 'missing' },
    'links-between-papers-and-code': {
      kind: 'found',
      file: file('links-between-paper-and-code.json.gz'),
    },
    'evaluation-tables': { kind: 'found', file: file('jul-28-evaluation-tables.json.gz') },
    methods: { kind: 'found', file: file('files/methods.json') },
    datasets: { kind: 'missing' },
  });
});

test('of several the last public one is taken, and none where it is not among them', () => {
  const { bytes, sha256 } = LAST_DUMPS.methods;
  const last = { path: 'jul-28-methods.json.gz', bytes, sha256 };
  const other = { path: 'may-01-methods.json.gz', bytes: 5, sha256: SUM };
  expect(chooseDumps([other, last]).methods).toEqual({ kind: 'found', file: last });
  expect(chooseDumps([other, { ...last, sha256: SUM }]).methods).toEqual({
    kind: 'ambiguous',
    paths: [other.path, last.path],
  });
});
