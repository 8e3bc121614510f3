import { Zstd } from '@hpcc-js/wasm-zstd';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { unpack, type Codec } from '../../../src/format/codec.ts';
import { MalformedError } from '../../../src/format/errors.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { runFuzz } from '../../support/fuzz/run-fuzz.ts';
import { fuzzRuns } from '../../support/fuzz/runs.ts';
import { largestAllocation } from '../../support/fuzz/watch-allocations.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const zstd = await Zstd.load();
const RAW = Buffer.from(
  Array.from({ length: 60 }, (_, n) => JSON.stringify({ slug: `paper-${n}`, n: n * 7919 })).join(
    '\n',
  ),
);
const NOISE = Uint8Array.from({ length: 700 }, (_, place) => (place * 2_654_435_761) >>> 24);

interface Packed {
  readonly codec: Codec;
  readonly raw: Uint8Array;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const PACKED: Packed[] = [RAW, NOISE, new Uint8Array(200_000)].flatMap((raw) => [
  { codec: 'gzip', raw, bytes: new Uint8Array(gzipSync(raw, { level: 9 })) },
  { codec: 'zstd', raw, bytes: new Uint8Array(zstd.compress(raw, 16)) },
  { codec: 'zstd', raw, bytes: new Uint8Array(zstd.compress(raw, 1)) },
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
      async decode({ codec, raw, bytes }) {
        const unpacked = await unpack(codec, bytes, raw.byteLength, 'block');
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

test.each<[string, Codec, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
  [
    'a second frame with a window of 1 GB',
    'zstd',
    (bytes) => Uint8Array.from([...bytes, ...GREEDY_FRAME]),
  ],
  ['a first frame with a window of 1 GB', 'zstd', () => Uint8Array.from(GREEDY_FRAME)],
  ['a second member', 'gzip', (bytes) => Uint8Array.from([...bytes, ...bytes])],
])('%s allocates no more than the index allows', async (_, codec, change) => {
  const { bytes, raw } = PACKED.find((packed) => packed.codec === codec)!;
  await unpack(codec, bytes, raw.byteLength, 'block');
  const largest = await largestAllocation(async () => {
    const unpacking = unpack(codec, change(bytes), raw.byteLength, 'block');
    await expect(unpacking).rejects.toBeInstanceOf(MalformedError);
  });
  expect(largest).toBeLessThan(1_000_000);
});
