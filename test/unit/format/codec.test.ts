import { Zstd } from '@hpcc-js/wasm-zstd';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpack, type Codec } from '../../../src/format/codec.ts';
import { MalformedError } from '../../../src/format/errors.ts';

let zstd: Zstd;
beforeAll(async () => {
  zstd = await Zstd.load();
});

type Packed = 'gzip' | 'zstd';
const PACKED = ['gzip', 'zstd'] as const;

function pack(codec: Packed, raw: Uint8Array, level = 3): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    codec === 'zstd' ? zstd.compress(raw, level) : gzipSync(raw, { level: Math.min(level, 9) }),
  );
}

/** The error that reading ends with, or null. */
async function failure(codec: Codec, bytes: Uint8Array<ArrayBuffer>, rawBytes: number) {
  return unpack(codec, bytes, rawBytes, 'block').then(
    () => null,
    (error: unknown) => error,
  );
}

describe.each(PACKED)('%s', (codec) => {
  test('what is packed at any level comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.constantFrom(1, 3, 9, 16, 19),
        async (raw, level) => {
          expect(await unpack(codec, pack(codec, raw, level), raw.byteLength, 'block')).toEqual(
            raw,
          );
        },
      ),
    );
  });

  test.each([0, 1, 255, 256, 65_791, 65_792, 3_000_000])('sizes of %d bytes', async (size) => {
    const raw = new Uint8Array(size).map((_, place) => (place * 7) >> 3);
    const unpacked = await unpack(codec, pack(codec, raw, 9), size, 'block');
    // Not toEqual, which takes seconds on three million numbers.
    expect(Buffer.from(unpacked).equals(raw)).toBe(true);
  });

  test('refuses another size than the index says, before it allocates', async () => {
    const packed = pack(codec, new Uint8Array(1000).fill(65));
    expect(await failure(codec, packed, 999)).toMatchObject({
      message: expect.stringMatching(/1000 bytes.*999/) as string,
    });
    expect(await failure(codec, packed, 2 ** 31)).toBeInstanceOf(MalformedError);
  });

  test('refuses bytes that are no such file, and a cut one', async () => {
    const raw = new Uint8Array(1000).map((_, place) => (place * 31) % 251);
    const packed = pack(codec, raw);
    expect(await failure(codec, new Uint8Array(3), 3)).toBeInstanceOf(MalformedError);
    expect(await failure(codec, raw, 1000)).toBeInstanceOf(MalformedError);
    expect(await failure(codec, packed.slice(0, -20), 1000)).toBeInstanceOf(MalformedError);
  });

  test('refuses a second file behind the first', async () => {
    const one = pack(codec, new Uint8Array(1000).fill(65));
    expect(await failure(codec, new Uint8Array([...one, ...one]), 1000)).toBeInstanceOf(
      MalformedError,
    );
  });
});

test('gzip: a damaged file is found out by its checksum', async () => {
  const packed = pack(
    'gzip',
    new Uint8Array(1000).map((_, place) => (place * 31) % 251),
  );
  const damaged = packed.map((byte, place) => (place > 12 && place < 40 ? byte ^ 0x5a : byte));
  expect(await failure('gzip', damaged, 1000)).toBeInstanceOf(MalformedError);
});

test('gzip: a size at its end that is a lie is found out, whichever way it lies', async () => {
  const packed = pack('gzip', new Uint8Array(1000).fill(65));
  for (const claimed of [10, 5000]) {
    const lying = packed.slice();
    new DataView(lying.buffer).setUint32(lying.byteLength - 4, claimed, true);
    expect(await failure('gzip', lying, claimed)).toBeInstanceOf(MalformedError);
  }
});

test('zstd: a frame of more than one segment is refused', async () => {
  const wide = pack(
    'zstd',
    new Uint8Array(2_000_000).map((_, place) => place >> 4),
    1,
  );
  expect(await failure('zstd', wide, 2_000_000)).toBeInstanceOf(MalformedError);
});

test('none: the bytes themselves, of the size that the index says', async () => {
  const raw = new Uint8Array([1, 2, 3]);
  expect(await unpack('none', raw, 3, 'block')).toBe(raw);
  expect(await failure('none', raw, 4)).toBeInstanceOf(MalformedError);
});
