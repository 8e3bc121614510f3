import { MalformedError } from './errors.ts';

/** How the files of a section are packed. `none` is for tests and for looking at a snapshot. */
export const CODECS = ['gzip', 'zstd', 'none'] as const;
export type Codec = (typeof CODECS)[number];

/**
 * Unpacks one hashed file.
 *
 * @param rawBytes unpacked size in bytes, from the index. Anything else is refused and no more than
 *   that is ever kept, so a crafted file cannot fill the memory.
 * @param what the file in words, for the error.
 * @param dictionary content that the file was packed with, unpacked; only files of zstd have one.
 * @throws MalformedError when the bytes do not unpack to exactly that size.
 */
export async function unpack(
  codec: Codec,
  bytes: Uint8Array<ArrayBuffer>,
  rawBytes: number,
  what: string,
  dictionary: Uint8Array | null = null,
): Promise<Uint8Array> {
  const announced = await announcedBytes(codec, bytes);
  if (announced === null)
    throw new MalformedError(what, `it is not a ${codec} file of this format`);
  if (announced !== rawBytes) throw sizeError(what, announced, rawBytes);
  const output = createBoundedOutput(rawBytes, what);
  try {
    switch (codec) {
      case 'none':
        return bytes;
      case 'gzip':
        await gunzip(bytes, output.add);
        break;
      case 'zstd':
        (await loadZstd()).unzstd(bytes, dictionary, output.add);
        break;
    }
  } catch (cause) {
    if (cause instanceof MalformedError) throw cause;
    throw new MalformedError(what, 'its compressed data is damaged', { cause });
  }
  return output.finish();
}

/** By the browser's own code, which needs no warming up: the first page of a visit waits for it. */
async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  add: (chunk: Uint8Array) => void,
): Promise<void> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  // What goes wrong is met where the other side is read.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      add(value);
    }
  } finally {
    // When there is more than was promised, nobody unpacks the rest.
    reader.cancel().catch(() => undefined);
  }
}

/** Loaded when the first abstract is read: no page draws itself with what zstd packs. */
const loadZstd = () => import('./unzstd.ts');

/** Collects what is unpacked, and throws as soon as it is more than was promised. */
function createBoundedOutput(rawBytes: number, what: string) {
  const raw = new Uint8Array(rawBytes);
  let filled = 0;
  return {
    add(this: void, chunk: Uint8Array): void {
      if (filled + chunk.byteLength > rawBytes) {
        throw sizeError(what, filled + chunk.byteLength, rawBytes);
      }
      raw.set(chunk, filled);
      filled += chunk.byteLength;
    },
    finish(): Uint8Array {
      if (filled !== rawBytes) throw sizeError(what, filled, rawBytes);
      return raw;
    },
  };
}

function sizeError(what: string, found: number, expected: number): MalformedError {
  return new MalformedError(what, `it unpacks to ${found} bytes where its index says ${expected}`);
}

/** Unpacked size that a file itself names, or null when it is no such file. */
async function announcedBytes(codec: Codec, bytes: Uint8Array): Promise<number | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (codec) {
    case 'none':
      return bytes.byteLength;
    case 'gzip':
      return gzipContentBytes(view);
    case 'zstd':
      return (await loadZstd()).zstdContentBytes(view);
  }
}

/** ISIZE, the last four bytes of a gzip member (RFC 1952, 2.3.1). */
function gzipContentBytes(view: DataView): number | null {
  if (view.byteLength < 18 || view.getUint16(0) !== 0x1f8b) return null;
  return view.getUint32(view.byteLength - 4, true);
}
