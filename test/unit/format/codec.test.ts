import { compress, compressUsingDict, createCCtx, freeCCtx, init } from '@bokuweb/zstd-wasm';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpack, type Codec } from '../../../src/format/codec.ts';
import { MalformedError } from '../../../src/format/errors.ts';

beforeAll(init);

type Packed = 'gzip' | 'zstd';
const PACKED = ['gzip', 'zstd'] as const;

function pack(codec: Packed, raw: Uint8Array, level = 3): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    codec === 'zstd' ? compress(raw, level) : gzipSync(raw, { level: Math.min(level, 9) }),
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

function packWith(dictionary: Uint8Array, raw: Uint8Array, level: number): Uint8Array<ArrayBuffer> {
  const context = createCCtx();
  const packed = new Uint8Array(compressUsingDict(context, raw, dictionary, level));
  freeCCtx(context);
  return packed;
}

test('zstd with a dictionary: what is packed at any level comes back', async () => {
  const words = fc.array(
    fc.constantFrom('we ', 'propose ', 'a ', 'novel ', 'ünïcode ', '\n', '7'),
    {
      maxLength: 400,
      size: 'max',
    },
  );
  const text = words.map((all) => new TextEncoder().encode(all.join('')));
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.oneof(text, fc.uint8Array({ maxLength: 2000, size: 'max' })),
      fc.constantFrom(1, 3, 9, 13, 16, 19),
      async (raw, dictionary, level) => {
        const packed = packWith(dictionary, raw, level);
        expect(await unpack('zstd', packed, raw.byteLength, 'block', dictionary)).toEqual(raw);
      },
    ),
  );
});

test.each([
  [8, 3],
  [131_071, 200_000],
  [131_072, 131_072],
  [131_073, 300_000],
  [400_000, 1],
])('zstd with a dictionary of %d bytes and a content of %d', async (dictionaryBytes, rawBytes) => {
  // Noise that the dictionary alone holds, so that the content is packed by referring to all of it.
  let state = 1;
  const next = () => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) >>> 8;
  const dictionary = Uint8Array.from({ length: dictionaryBytes }, next);
  const raw = Uint8Array.from(
    { length: rawBytes },
    (_, place) => dictionary[place % dictionaryBytes]!,
  );
  const packed = packWith(dictionary, raw, 16);
  const unpacked = await unpack('zstd', packed, rawBytes, 'block', dictionary);
  expect(Buffer.from(unpacked).equals(raw)).toBe(true);
  if (rawBytes > 1000) expect(packed.byteLength).toBeLessThan(rawBytes / 10);
});

test('zstd with a dictionary: a content of another size than promised is refused', async () => {
  const dictionary = new TextEncoder().encode('what is often said, again and again');
  const raw = new TextEncoder().encode('what is often said, and more of it '.repeat(40));
  const packed = packWith(dictionary, raw, 9);
  const refused = unpack('zstd', packed, raw.byteLength + 1, 'block', dictionary);
  await expect(refused).rejects.toBeInstanceOf(MalformedError);
  // What its blocks hold is not what its header says.
  const lying = packed.slice();
  new DataView(lying.buffer).setUint16(5, 100 - 256, true);
  await expect(unpack('zstd', lying, 100, 'block', dictionary)).rejects.toBeInstanceOf(
    MalformedError,
  );
});

test('none: the bytes themselves, of the size that the index says', async () => {
  const raw = new Uint8Array([1, 2, 3]);
  expect(await unpack('none', raw, 3, 'block')).toBe(raw);
  expect(await failure('none', raw, 4)).toBeInstanceOf(MalformedError);
});
