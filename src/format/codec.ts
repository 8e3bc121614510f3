import { Decompress } from 'fzstd';
import { MalformedError } from './errors.ts';

/** How hashed files are packed. Named in the manifest; `none` is for tests and debugging. */
export type Codec = 'zstd' | 'none';

export const CODECS = ['zstd', 'none'] as const satisfies readonly Codec[];

/**
 * Unpacks one hashed file.
 *
 * @param rawBytes unpacked size in bytes, from the index. Anything else is refused and no more than
 *   that is ever allocated, so a crafted file cannot fill the memory.
 * @param what the file in words, for the error.
 * @throws MalformedError when the bytes do not unpack to exactly that size.
 */
export function unpack(
  codec: Codec,
  bytes: Uint8Array,
  rawBytes: number,
  what: string,
): Uint8Array {
  if (codec === 'none') {
    if (bytes.byteLength !== rawBytes) throw sizeError(what, bytes.byteLength, rawBytes);
    return bytes;
  }
  const announced = zstdContentBytes(bytes);
  if (announced === null) throw new MalformedError(what, 'it is not a single-segment zstd frame');
  if (announced !== rawBytes) throw sizeError(what, announced, rawBytes);
  const raw = new Uint8Array(rawBytes);
  let filled = 0;
  try {
    // Streamed although the bytes are all here: the callback stops a file that holds more frames
    // than it announces, where fzstd's one-shot function would unpack them all.
    new Decompress((chunk) => {
      if (filled + chunk.byteLength > rawBytes) {
        throw sizeError(what, filled + chunk.byteLength, rawBytes);
      }
      raw.set(chunk, filled);
      filled += chunk.byteLength;
    }).push(bytes, true);
  } catch (cause) {
    if (cause instanceof MalformedError) throw cause;
    throw new MalformedError(what, 'its compressed data is damaged', { cause });
  }
  if (filled !== rawBytes) throw sizeError(what, filled, rawBytes);
  return raw;
}

function sizeError(what: string, found: number, expected: number): MalformedError {
  return new MalformedError(what, `it unpacks to ${found} bytes where its index says ${expected}`);
}

/**
 * Content size from the header of a zstd frame (RFC 8878, 3.1.1.1), or null when the bytes are not a
 * frame as this format has them: single segment (the window is the content, so the decoder's
 * allocation is the content size), size below 4 GiB, no dictionary.
 */
function zstdContentBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 6 || view.getUint32(0, true) !== 0xfd2fb528) return null;
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const hasDictionary = (descriptor & 0x03) !== 0;
  if (!isSingleSegment || hasDictionary) return null;
  switch (descriptor >> 6) {
    case 0:
      return view.getUint8(5);
    case 1:
      return view.byteLength < 7 ? null : view.getUint16(5, true) + 256;
    case 2:
      return view.byteLength < 9 ? null : view.getUint32(5, true);
    default:
      return null;
  }
}
