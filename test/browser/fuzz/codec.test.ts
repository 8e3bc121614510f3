import { expect, test, vi } from 'vitest';
import { unpack } from '../../../src/format/codec.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { runFuzz } from '../../support/fuzz/run-fuzz.ts';

vi.setConfig({ testTimeout: 120_000 });

const RUNS = 3000;

async function gzip(raw: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([raw]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

test("gzip by the browser's own code: what is changed unpacks to nothing else than before", async () => {
  const text = Array.from({ length: 60 }, (_, n) => JSON.stringify({ n: n * 7919 })).join('\n');
  const raws = [new TextEncoder().encode(text), new Uint8Array(200_000)];
  const packed = await Promise.all(raws.map(async (raw) => ({ raw, bytes: await gzip(raw) })));
  const counts = await runFuzz<{ raw: Uint8Array; bytes: Uint8Array<ArrayBuffer> }>(
    {
      name: 'gzip in the browser',
      describe: ({ bytes }) => Array.from(bytes, (byte) => byte.toString(16)).join(' '),
      mutate(random) {
        const { raw, bytes } = random.pick(packed);
        return { raw, bytes: mutateBytes(bytes, random) };
      },
      async decode({ raw, bytes }) {
        const unpacked = await unpack('gzip', bytes, raw.byteLength, 'block');
        const isSame =
          unpacked.byteLength === raw.byteLength &&
          unpacked.every((byte, place) => byte === raw[place]);
        if (!isSame) throw new Error('It is something else.');
        return true;
      },
    },
    RUNS,
    1,
  );
  expect(counts.refused['MalformedError']).toBeGreaterThan(RUNS / 2);
});
