import { Zstd } from '@hpcc-js/wasm-zstd';

/** Levels whose windows hold 4 and 8 MiB, the second as much as the largest block. */
const WIDE_LEVELS = [9, 19];

/** Packs one file as docs/format.md, "Codecs", says. The same bytes give the same bytes. */
export type PackBytes = (raw: Uint8Array) => Uint8Array<ArrayBuffer>;

/** Levels to try until a frame is a single segment: low ones have windows smaller than some files. */
function planLevels(level: number): number[] {
  return [level, ...WIDE_LEVELS.filter((wider) => wider > level)];
}

/** Loads zstd at a level from 1 to 22. */
export async function loadZstd(level: number): Promise<PackBytes> {
  const zstd = await Zstd.load();
  return (raw) => {
    let packed = new Uint8Array();
    for (const one of planLevels(level)) {
      packed = new Uint8Array(zstd.compress(raw, one));
      if (isSingleSegment(packed)) break;
    }
    return packed;
  };
}

function isSingleSegment(frame: Uint8Array): boolean {
  return ((frame[4] ?? 0) & 0x20) !== 0;
}
