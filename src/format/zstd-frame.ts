const MAGIC = 0xfd2fb528;

/** Bytes of the content size by the two highest bits of the descriptor, in single-segment frames. */
const SIZE_FIELD_BYTES = [1, 2, 4, 8] as const;

const RAW_BLOCK = 0;
const RLE_BLOCK = 1;

/** The most that one block holds, unpacked (RFC 8878, 3.1.1.2.4). */
const MAX_BLOCK_CONTENT = 128 * 1024;

/** Descriptor of a single segment whose content size has four bytes; no checksum, no dictionary. */
const PLAIN_DESCRIPTOR = 0xa0;
const PLAIN_HEADER_BYTES = 9;
const BLOCK_HEADER_BYTES = 3;

/** What the headers of a frame say. */
interface ZstdFrame {
  /** Unpacked size in bytes. */
  readonly contentBytes: number;
  /** Where its blocks begin and end within the file. */
  readonly blocks: { readonly start: number; readonly end: number };
}

/**
 * Content size in bytes that a file of zstd announces (RFC 8878, 3.1.1), or null when it is not a file
 * as this format has them: one frame and nothing behind it, single segment (the window is the content, so
 * the decoder's allocation is the content size), size below 4 GiB, no number of a dictionary.
 *
 * It reads headers alone. That there is only one frame matters before anything is unpacked: a second
 * one could ask for a window of 2 GB.
 */
export function zstdContentBytes(view: DataView): number | null {
  return readFrame(view)?.contentBytes ?? null;
}

/**
 * The frame of a file that was packed with a dictionary, as one that needs none: the dictionary comes
 * first in it, stored as it is, and the blocks of the file follow. It unpacks to the dictionary and the
 * content. That works because a dictionary of mere content does nothing but stand before the content: it
 * sets neither the offsets to repeat nor the tables that a block may take over (RFC 8878, 5).
 *
 * @returns null when the file is not a frame as above.
 */
export function joinDictionary(
  file: Uint8Array<ArrayBuffer>,
  dictionary: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const frame = readFrame(new DataView(file.buffer, file.byteOffset, file.byteLength));
  if (frame === null) return null;
  const blocks = file.subarray(frame.blocks.start, frame.blocks.end);
  const pieces = Math.ceil(dictionary.byteLength / MAX_BLOCK_CONTENT);
  const joined = new Uint8Array(
    PLAIN_HEADER_BYTES + pieces * BLOCK_HEADER_BYTES + dictionary.byteLength + blocks.byteLength,
  );
  const view = new DataView(joined.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, PLAIN_DESCRIPTOR);
  view.setUint32(5, dictionary.byteLength + frame.contentBytes, true);
  let place = PLAIN_HEADER_BYTES;
  for (let at = 0; at < dictionary.byteLength; at += MAX_BLOCK_CONTENT) {
    const piece = dictionary.subarray(at, at + MAX_BLOCK_CONTENT);
    const header = (piece.byteLength << 3) | (RAW_BLOCK << 1);
    view.setUint16(place, header & 0xffff, true);
    view.setUint8(place + 2, header >> 16);
    joined.set(piece, place + BLOCK_HEADER_BYTES);
    place += BLOCK_HEADER_BYTES + piece.byteLength;
  }
  joined.set(blocks, place);
  return joined;
}

function readFrame(view: DataView): ZstdFrame | null {
  if (view.byteLength < 6 || view.getUint32(0, true) !== MAGIC) return null;
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const hasChecksum = (descriptor & 0x04) !== 0;
  const hasDictionary = (descriptor & 0x03) !== 0;
  const fieldBytes = SIZE_FIELD_BYTES[descriptor >> 6] ?? 8;
  if (!isSingleSegment || hasDictionary || fieldBytes === 8) return null;
  const start = 5 + fieldBytes;
  if (view.byteLength < start) return null;
  const end = blocksEnd(view, start);
  if (end === null || end + (hasChecksum ? 4 : 0) !== view.byteLength) return null;
  return { contentBytes: readContentBytes(view, fieldBytes), blocks: { start, end } };
}

function readContentBytes(view: DataView, fieldBytes: 1 | 2 | 4): number {
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
  while (place + BLOCK_HEADER_BYTES <= view.byteLength) {
    const header = view.getUint16(place, true) | (view.getUint8(place + 2) << 16);
    const isLast = (header & 1) !== 0;
    const kind = (header >> 1) & 3;
    place += BLOCK_HEADER_BYTES + (kind === RLE_BLOCK ? 1 : header >> 3);
    if (place > view.byteLength) return null;
    if (isLast) return place;
  }
  return null;
}
