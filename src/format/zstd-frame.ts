const MAGIC = 0xfd2fb528;

/** Bytes of the content size by the two highest bits of the descriptor, in single-segment frames. */
const SIZE_FIELD_BYTES = [1, 2, 4, 8] as const;

const RLE_BLOCK = 1;

/**
 * Content size in bytes that a file of zstd announces (RFC 8878, 3.1.1), or null when it is not a file
 * as this format has them: one frame and nothing behind it, single segment (the window is the content, so
 * the decoder's allocation is the content size), size below 4 GiB, no dictionary.
 *
 * It reads headers alone. That there is only one frame matters before anything is unpacked: a second
 * one could ask for a window of 2 GB.
 */
export function zstdContentBytes(view: DataView): number | null {
  if (view.byteLength < 6 || view.getUint32(0, true) !== MAGIC) return null;
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const hasChecksum = (descriptor & 0x04) !== 0;
  const hasDictionary = (descriptor & 0x03) !== 0;
  const fieldBytes = SIZE_FIELD_BYTES[descriptor >> 6] ?? 8;
  if (!isSingleSegment || hasDictionary || fieldBytes === 8) return null;
  const firstBlock = 5 + fieldBytes;
  if (view.byteLength < firstBlock) return null;
  const end = blocksEnd(view, firstBlock);
  if (end === null || end + (hasChecksum ? 4 : 0) !== view.byteLength) return null;
  switch (fieldBytes) {
    case 1:
      return view.getUint8(5);
    case 2:
      return view.getUint16(5, true) + 256;
    case 4:
      return view.getUint32(5, true);
  }
}

/** Where the blocks of a frame end (RFC 8878, 3.1.1.2), or null when they go beyond the file. */
function blocksEnd(view: DataView, start: number): number | null {
  let place = start;
  while (place + 3 <= view.byteLength) {
    const header = view.getUint16(place, true) | (view.getUint8(place + 2) << 16);
    const isLast = (header & 1) !== 0;
    const kind = (header >> 1) & 3;
    place += 3 + (kind === RLE_BLOCK ? 1 : header >> 3);
    if (place > view.byteLength) return null;
    if (isLast) return place;
  }
  return null;
}
