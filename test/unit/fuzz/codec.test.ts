import { compress, compressUsingDict, createCCtx, init } from '@bokuweb/zstd-wasm';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { unpack, type Codec } from '../../../src/format/codec.ts';
import { MalformedError } from '../../../src/format/errors.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { runFuzz } from '../../support/fuzz/run-fuzz.ts';
import { fuzzRuns } from '../../support/fuzz/runs.ts';
import { largestAllocation } from '../../support/fuzz/watch-allocations.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

await init();
const RAW = Buffer.from(
  Array.from({ length: 60 }, (_, n) => JSON.stringify({ slug: `paper-${n}`, n: n * 7919 })).join(
    '\n',
  ),
);
const NOISE = Uint8Array.from({ length: 700 }, (_, place) => (place * 2_654_435_761) >>> 24);

/** Half of what the first of the texts holds, and something else. */
const DICTIONARY = Buffer.concat([RAW.subarray(RAW.byteLength / 2), NOISE]);

interface Packed {
  readonly codec: Codec;
  readonly dictionary: Uint8Array | null;
  readonly raw: Uint8Array;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const PACKED: Packed[] = [RAW, NOISE, new Uint8Array(200_000)].flatMap((raw) => [
  { codec: 'gzip', raw, dictionary: null, bytes: new Uint8Array(gzipSync(raw, { level: 9 })) },
  { codec: 'zstd', raw, dictionary: null, bytes: new Uint8Array(compress(raw, 16)) },
  { codec: 'zstd', raw, dictionary: null, bytes: new Uint8Array(compress(raw, 1)) },
  {
    codec: 'zstd',
    raw,
    dictionary: DICTIONARY,
    bytes: new Uint8Array(compressUsingDict(createCCtx(), raw, DICTIONARY, 16)),
  },
]);

test('a changed file unpacks to the promised size or not at all; gzip to nothing else than before', async () => {
  const { runs, seed } = fuzzRuns('codec');
  const counts = await runFuzz<Packed>(
    {
      name: 'codec',
      describe: ({ codec, bytes }) => `${codec} ${Buffer.from(bytes).toString('base64')}`,
      mutate(random) {
        const packed = random.pick(PACKED);
        return { ...packed, bytes: mutateBytes(packed.bytes, random) };
      },
      async decode({ codec, raw, dictionary, bytes }) {
        const unpacked = await unpack(codec, bytes, raw.byteLength, 'block', dictionary);
        if (unpacked.byteLength !== raw.byteLength) throw new Error('It has another size.');
        // gzip carries a checksum; the hash of a block stands before either.
        if (codec === 'gzip' && !Buffer.from(unpacked).equals(raw)) {
          throw new Error('It is something else.');
        }
        return true;
      },
    },
    runs,
    seed,
  );
  expect(counts.refused['MalformedError']).toBeGreaterThan(runs / 2);
});

/** A frame after the good one that asks for a window of 1 GB. */
const GREEDY_FRAME = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0x01, 0x00, 0x00];

const withGreedyFrame = (bytes: Uint8Array) => Uint8Array.from([...bytes, ...GREEDY_FRAME]);
const onlyGreedyFrame = () => Uint8Array.from(GREEDY_FRAME);

test.each<[string, Partial<Packed>, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>]>([
  ['a second frame with a window of 1 GB', { codec: 'zstd' }, withGreedyFrame],
  ['the same after a dictionary', { dictionary: DICTIONARY }, withGreedyFrame],
  ['a first frame with a window of 1 GB', { codec: 'zstd' }, onlyGreedyFrame],
  ['the same after a dictionary', { dictionary: DICTIONARY }, onlyGreedyFrame],
  ['a second member', { codec: 'gzip' }, (bytes) => Uint8Array.from([...bytes, ...bytes])],
])('%s allocates no more than the index allows', async (_, wanted, change) => {
  const { codec, bytes, raw, dictionary } = PACKED.find(
    (packed) =>
      packed.codec === (wanted.codec ?? 'zstd') &&
      packed.dictionary === (wanted.dictionary ?? null),
  )!;
  await unpack(codec, bytes, raw.byteLength, 'block', dictionary);
  const largest = await largestAllocation(async () => {
    const unpacking = unpack(codec, change(bytes), raw.byteLength, 'block', dictionary);
    await expect(unpacking).rejects.toBeInstanceOf(MalformedError);
  });
  expect(largest).toBeLessThan(1_000_000);
});
