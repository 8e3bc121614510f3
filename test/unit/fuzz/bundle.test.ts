import { expect, test, vi } from 'vitest';
import { encodeTarHeader } from '../../../src/format/bundle/tar-header.ts';
import { readBundle } from '../../../src/format/bundle/read-bundle.ts';
import type { BlockHash } from '../../../src/format/hash.ts';
import { MAX_INDEX_BYTES } from '../../../src/format/limits.ts';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import { blockPath } from '../../../src/format/version.ts';
import { bundleEntries, inPieces, makeBundle } from '../../support/bundle-bytes.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { mutateJson } from '../../support/fuzz/mutate-json.ts';
import type { Random } from '../../support/fuzz/random.ts';
import { runFuzz } from '../../support/fuzz/run-fuzz.ts';
import { fuzzRuns } from '../../support/fuzz/runs.ts';
import { largestAllocation } from '../../support/fuzz/watch-allocations.ts';
import { bytesOf, makeSnapshot } from '../../support/make-snapshot.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const snapshot = await makeSnapshot({
  records: {
    overview: [{ areas: [], notable: [], latest: [] }],
    papers: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug, authors: [] })),
    'paper-numbers': ['a', 'b', 'c'].map((slug, number) => [slug, number]),
    abstracts: ['One.', 'Two.', null],
  },
  dictionary: 'What is often said.',
  blocksPerVolume: 2,
});
const bundle = await makeBundle(snapshot);
const entries = bundleEntries(snapshot);
const parts = new Map(entries.flatMap((entry) => entry.parts.map((part) => [part.hash, part])));
const hashes = [...parts.keys()];
const paths = entries.map(({ hash }) => blockPath(hash));

/** Offsets of all headers. */
const headers: number[] = [];
for (let place = 0, size = 0; bundle[place] !== 0; place += 512 + Math.ceil(size / 512) * 512) {
  headers.push(place);
  size = Number.parseInt(new TextDecoder().decode(bundle.subarray(place + 124, place + 135)), 8);
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Puts a header with a right checksum in the place of another: only its contents lie. */
function lie(bytes: Bytes, random: Random): Bytes {
  const changed = bytes.slice();
  const at = random.pick(headers);
  const name = random.pick(['snapshot.json', 'blocks/', '../x', ...paths]);
  const size = random.pick([0, 1, 511, 512, 513, 4096, 262_144, 262_145, 4_194_304, 8 ** 11 - 1]);
  changed.set(encodeTarHeader({ name, size, mtime: random.below(2 ** 31) }), at);
  return changed;
}

function changeManifest(bytes: Bytes, random: Random): Bytes {
  const manifest = mutateJson(snapshot.manifestBytes, random);
  const rest = bytes.subarray(headers[1]);
  const filled = Math.ceil(manifest.byteLength / 512) * 512;
  const changed = new Uint8Array(512 + filled + rest.byteLength);
  changed.set(encodeTarHeader({ name: 'snapshot.json', size: manifest.byteLength, mtime: 0 }));
  changed.set(manifest, 512);
  changed.set(rest, 512 + filled);
  return changed;
}

/** Takes a file out, or puts two in each other's place. */
function moveFiles(bytes: Bytes, random: Random): Bytes {
  const ends = [...headers.slice(1), bundle.byteLength - 1024];
  const files = headers.map((start, place) => bytes.subarray(start, ends[place]));
  const [a, b] = [random.below(files.length), random.below(files.length)];
  if (random.next() < 0.5) files.splice(a, 1);
  else [files[a], files[b]] = [files[b] ?? new Uint8Array(0), files[a] ?? new Uint8Array(0)];
  return Uint8Array.from(Buffer.concat([...files, new Uint8Array(1024)]));
}

test('an archive file gives the blocks that it names, or is refused', async () => {
  const { runs, seed } = fuzzRuns('bundle');
  const whole = PACK_NAMES.length;
  const counts = await runFuzz<Bytes>(
    {
      name: 'bundle',
      describe: (bytes) => Buffer.from(bytes).toString('base64'),
      mutate: (random) =>
        random.pick([mutateBytes, mutateBytes, lie, changeManifest, moveFiles])(bundle, random),
      async decode(bytes, random) {
        const reader = await readBundle(inPieces(bytes, 1 + random.below(5000)));
        const kept = new Set(hashes.filter(() => random.next() < 0.2));
        const seen = new Set<BlockHash>();
        for await (const file of reader.readFiles((hash) => kept.has(hash))) {
          if (seen.has(file.hash)) throw new Error('A file came twice.');
          seen.add(file.hash);
          if (file.kind === 'skipped') continue;
          const part = parts.get(file.hash);
          if (part === undefined || !Buffer.from(file.bytes).equals(bytesOf(snapshot, part))) {
            throw new Error(`Block ${file.hash} is something else.`);
          }
        }
        const packs = reader.wholePacks().length;
        const isAll = hashes.every((hash) => seen.has(hash));
        const isOurs = Buffer.from(reader.manifestBytes).equals(snapshot.manifestBytes);
        if (isOurs && isAll !== (packs === whole)) throw new Error(`${packs} packs are whole.`);
        return true;
      },
    },
    runs,
    seed,
  );
  expect(counts.accepted).toBeGreaterThan(runs / 50);
  for (const name of [
    'MalformedError',
    'TruncatedError',
    'HashMismatchError',
    'SnapshotRefusedError',
  ]) {
    expect(counts.refused[name], name).toBeGreaterThan(runs / 400);
  }
});

test('sizes that are declared huge are not allocated', async () => {
  const path = paths[0]!;
  const lies = [...headers.keys()].map((place) => {
    const changed = bundle.slice();
    const name = place === 0 ? 'snapshot.json' : path;
    changed.set(encodeTarHeader({ name, size: 8 ** 11 - 1, mtime: 0 }), headers[place]);
    return changed;
  });
  const largest = await largestAllocation(async () => {
    for (const bytes of lies) {
      const reading = readBundle(inPieces(bytes)).then(async (reader) => {
        for await (const file of reader.readFiles(() => false))
          expect(file.hash).toBeTypeOf('string');
      });
      await expect(reading).rejects.toThrow();
    }
  });
  expect(largest).toBeLessThanOrEqual(MAX_INDEX_BYTES);
});
