import { describe, expect, test } from 'vitest';
import { MalformedError, UnreadableVersionError } from '../../../src/format/errors.ts';
import {
  packBytes,
  PACK_NAMES,
  parseManifest,
  sectionsOfPack,
} from '../../../src/format/manifest.ts';
import { FORMAT_VERSION } from '../../../src/format/version.ts';
import { makeSnapshot } from '../../support/make-snapshot.ts';

const { manifest, manifestBytes } = await makeSnapshot({
  records: { abstracts: ['a', null, 'b'] },
  dictionary: 'What is often said.',
});

const { dictionary } = manifest.sections.abstracts;

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The manifest with some fields of one section replaced. */
function encodeWithPapers(change: object): Uint8Array {
  const papers = { ...manifest.sections.papers, ...change };
  return encode({ ...manifest, sections: { ...manifest.sections, papers } });
}

test('reads what was written, and leaves out what it does not know', () => {
  expect(parseManifest(manifestBytes)).toEqual(manifest);
  expect(parseManifest(encode({ ...manifest, later: 1 }))).toEqual(manifest);
});

test('packs add up blocks, indexes and dictionaries of their sections', () => {
  for (const pack of PACK_NAMES) {
    const bytes = sectionsOfPack(manifest, pack).map(
      ({ section }) =>
        section.bytes + (section.index?.bytes ?? 0) + (section.dictionary?.bytes ?? 0),
    );
    expect(packBytes(manifest, pack)).toBe(bytes.reduce((sum, one) => sum + one, 0));
  }
  const names = PACK_NAMES.flatMap((pack) => sectionsOfPack(manifest, pack));
  expect(names.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(manifest.sections).toSorted(),
  );
});

test('reads the version before, which had no dictionaries', () => {
  const older = { ...manifest, version: 1 };
  expect(parseManifest(encode(older))).toEqual(older);
});

describe('refuses', () => {
  test.each([
    ['what is not JSON', new TextEncoder().encode('<html>')],
    ['another magic', encode({ ...manifest, magic: 'other' })],
    ['too many bytes', new Uint8Array(300_000).fill(32)],
    ['a date that is none', encode({ ...manifest, date: 'today' })],
    ['a codec that it does not know', encodeWithPapers({ codec: 'brotli' })],
    ['an index in two places', encodeWithPapers({ entries: [] })],
    ['entries that are no lists', encodeWithPapers({ index: null, entries: [[[]]] })],
    ['a dictionary for gzip', encodeWithPapers({ codec: 'gzip', dictionary })],
    [
      'a dictionary of two megabytes',
      encodeWithPapers({ codec: 'zstd', dictionary: { ...dictionary, rawBytes: 2 ** 21 } }),
    ],
    ['an index nowhere', encodeWithPapers({ index: null })],
    ['a section that is missing', encode({ ...manifest, sections: {} })],
    ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe])],
  ])('%s', (_, bytes) => {
    expect(() => parseManifest(bytes)).toThrow(MalformedError);
  });

  test('a section in another pack', () => {
    const sections = {
      ...manifest.sections,
      papers: { ...manifest.sections.papers, pack: 'boards' },
    };
    expect(() => parseManifest(encode({ ...manifest, sections }))).toThrow(/section papers/);
  });

  test('another version before anything else, and says both numbers', () => {
    const newer = encode({ magic: manifest.magic, version: FORMAT_VERSION + 1 });
    expect(() => parseManifest(newer)).toThrow(UnreadableVersionError);
    expect(() => parseManifest(newer)).toThrow(`format ${FORMAT_VERSION + 1}`);
  });
});
