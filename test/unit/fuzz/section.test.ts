import type * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { createSectionReader } from '../../../src/archive/section-reader.ts';
import { unpack } from '../../../src/format/codec.ts';
import { decodeLines } from '../../../src/format/lines.ts';
import type { BlockHash } from '../../../src/format/hash.ts';
import { SECTION_NAMES, SECTIONS, type SectionName } from '../../../src/format/manifest.ts';
import {
  decodeIndexLines,
  encodeIndexEntries,
  findBlockByKey,
  findBlockByNumber,
} from '../../../src/format/section-index.ts';
import { mutateJson } from '../../support/fuzz/mutate-json.ts';
import type { Random } from '../../support/fuzz/random.ts';
import { RECORD_SCHEMAS } from '../../../src/format/records/record-schemas.ts';
import { isPartOf, runFuzz } from '../../support/fuzz/run-fuzz.ts';
import { fuzzRuns } from '../../support/fuzz/runs.ts';
import { readSampleSnapshot } from '../../support/fuzz/sample-records.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const sample = await readSampleSnapshot();
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Mutated {
  readonly name: SectionName;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
const describe = ({ name, bytes }: Mutated): string => `${name}: ${decode(bytes)}`;

test('an index is read as it stands, or refused; what is found in it is what naive search finds', async () => {
  const texts = SECTION_NAMES.map((name) => {
    const { order } = SECTIONS[name];
    const lines = encodeIndexEntries(order, sample.indexes[name]).map((line) =>
      JSON.stringify(line),
    );
    return { name, bytes: encode(lines.map((line) => `${line}\n`).join('')) };
  });
  // Five blocks of abstracts, two and three of which are volumes.
  const block = (digit: string) => [digit.repeat(32), 900, 2000, 3];
  const volume = (digit: string, blocks: number) => [digit.repeat(32), blocks];
  const lines = [
    volume('a', 2),
    block('1'),
    block('2'),
    volume('b', 3),
    ...['3', '4', '5'].map(block),
  ];
  texts.push({
    name: 'abstracts',
    bytes: encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  });
  const { runs, seed } = fuzzRuns('sectionIndex');
  const counts = await runFuzz<Mutated>(
    {
      name: 'section index',
      describe,
      mutate(random) {
        const { name, bytes } = random.pick(texts);
        return { name, bytes: mutateJson(bytes, random) };
      },
      decode({ name, bytes }, random) {
        const { order } = SECTIONS[name];
        const lines = decodeLines(bytes, name);
        const entries = decodeIndexLines(order, lines, name);
        const raw = lines.map((line): unknown => JSON.parse(line));
        const written = encodeIndexEntries(order, entries);
        if (!isPartOf(written, raw)) throw new Error('What was read is not what stands there.');
        for (const { place, bytes: size } of entries) {
          if (place !== undefined && place.offset + size > place.volume.bytes) {
            throw new Error('A block is not within its volume.');
          }
        }
        if (order === 'key') {
          const key = random.pick(['', 'a', 'm', '~', ...entries.map(({ firstKey }) => firstKey)]);
          const naive = entries.findLast(({ firstKey }) => firstKey <= key) ?? null;
          if (findBlockByKey(entries, key) !== naive) throw new Error(`Another block for ${key}.`);
        }
        const total = entries.reduce((sum, { records }) => sum + records, 0);
        const number = random.below(total + 2);
        const found = findBlockByNumber(entries, number);
        if ((found !== null) !== number < total) throw new Error(`Another block for ${number}.`);
        return true;
      },
    },
    runs,
    seed,
  );
  expect(counts.accepted).toBeGreaterThan(runs / 20);
  expect(counts.refused['MalformedError']).toBeGreaterThan(runs / 20);
});

/** A few records of a section, short ones so that many can be tried. */
function someLines(name: SectionName, random: Random): string[] {
  const short = sample.lines[name].filter((line) => line.length < 3000);
  const lines = short.length === 0 ? sample.lines[name].slice(0, 1) : short;
  const start = random.below(lines.length);
  return lines.slice(start, start + 1 + random.below(3));
}

test('records of every section, through their block, are what stands there, or refused', async () => {
  const { runs, seed } = fuzzRuns('record');
  const acceptedIn = new Set<SectionName>();
  const counts = await runFuzz<Mutated>(
    {
      name: 'record',
      describe,
      mutate(random) {
        const name = random.pick(SECTION_NAMES);
        const text = someLines(name, random)
          .map((line) => `${line}\n`)
          .join('');
        return { name, bytes: mutateJson(encode(text), random) };
      },
      async decode({ name, bytes }) {
        const { order, pack } = SECTIONS[name];
        const text = decode(bytes).split('\n');
        const firstKey = text[0]?.split('\t')[0] ?? '';
        const entry = ['0'.repeat(32) as BlockHash, Math.max(1, bytes.byteLength), 1, 3];
        const section = {
          pack,
          order,
          records: 3,
          blocks: 1,
          bytes: Math.max(1, bytes.byteLength),
          codec: 'none' as const,
          index: null,
          entries: [order === 'key' ? [...entry, firstKey] : entry],
        };
        const readLines = async (_file: unknown, _pack: unknown, what: string) =>
          decodeLines(await unpack('none', bytes, bytes.byteLength, what), what);
        const schema: v.GenericSchema = RECORD_SCHEMAS[name];
        const reader = createSectionReader(name, section, readLines, schema);
        const record =
          order === 'key' ? await reader.readByKey(firstKey) : await reader.readByNumber(0);
        if (record === null) return false;
        const json = order === 'key' ? (text[0] ?? '').slice(firstKey.length + 1) : text[0];
        // A key that stands on several lines may be found on any of them.
        const isThere = text.some((line) => line.startsWith(`${firstKey}\t`) && line !== text[0]);
        if (!isThere && !isPartOf(record, JSON.parse(json ?? ''))) {
          throw new Error('What was read is not what stands there.');
        }
        acceptedIn.add(name);
        return true;
      },
    },
    runs,
    seed,
  );
  expect(acceptedIn.size).toBe(SECTION_NAMES.length);
  expect(counts.accepted).toBeGreaterThan(runs / 20);
  expect(counts.refused['MalformedError']).toBeGreaterThan(runs / 20);
});
