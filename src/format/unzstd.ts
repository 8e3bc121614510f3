import { Decompress } from 'fzstd';
import { joinDictionary } from './zstd-frame.ts';

export { zstdContentBytes } from './zstd-frame.ts';

/**
 * Unpacks a file of zstd.
 *
 * Streamed although the bytes are all here: `add` can stop a file whose blocks hold more than it
 * announces, where fzstd's one-shot function would go on.
 *
 * @param dictionary content that it was packed with. fzstd knows none, so the file is unpacked as if the
 *   dictionary stood at its beginning.
 * @throws Error of fzstd, of no class of its own, when the data is damaged; whatever `add` throws.
 */
export function unzstd(
  bytes: Uint8Array<ArrayBuffer>,
  dictionary: Uint8Array | null,
  add: (chunk: Uint8Array) => void,
): void {
  if (dictionary === null) {
    new Decompress(add).push(bytes, true);
    return;
  }
  const frame = joinDictionary(bytes, dictionary);
  if (frame === null) throw new Error('It is not one frame of zstd');
  new Decompress(afterFirst(dictionary.byteLength, add)).push(frame, true);
}

/** Passes on what comes after so many bytes. */
function afterFirst(bytes: number, add: (chunk: Uint8Array) => void): (chunk: Uint8Array) => void {
  let left = bytes;
  return (chunk) => {
    const rest = chunk.subarray(left);
    left -= chunk.byteLength - rest.byteLength;
    if (rest.byteLength > 0) add(rest);
  };
}
