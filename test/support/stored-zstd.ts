/** A file of zstd that holds at most 128 kB as they are: what a test writes where nothing packs. */
export function storeAsZstd(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  if (raw.byteLength > 128 * 1024) throw new Error(`${raw.byteLength} bytes are more than a block`);
  const file = new Uint8Array(12 + raw.byteLength);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  view.setUint8(4, 0xa0);
  view.setUint32(5, raw.byteLength, true);
  const lastRawBlock = (raw.byteLength << 3) | 1;
  view.setUint16(9, lastRawBlock & 0xffff, true);
  view.setUint8(11, lastRawBlock >> 16);
  file.set(raw, 12);
  return file;
}
