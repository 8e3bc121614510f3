import { compressUsingDict, createCCtx, freeCCtx, init } from '@bokuweb/zstd-wasm';

/** Levels whose windows hold 4 and 8 MiB, the second as much as the largest block. */
const WIDE_LEVELS = [9, 19];

const NO_DICTIONARY = new Uint8Array();

/** Packs one file as docs/format.md, "Codecs", says. The same bytes give the same bytes. */
export type PackBytes = (
  raw: Uint8Array,
  dictionary?: Uint8Array | null,
) => Uint8Array<ArrayBuffer>;

/** Levels to try until a frame is a single segment: low ones have windows smaller than some files. */
function planLevels(level: number): number[] {
  return [level, ...WIDE_LEVELS.filter((wider) => wider > level)];
}

/** There is one instance of the module a thread; to load it again would take its memory away. */
let loaded: Promise<void> | null = null;

/** Loads zstd at a level from 1 to 22. */
export async function loadZstd(level: number): Promise<PackBytes> {
  await (loaded ??= init());
  return (raw, dictionary = null) => {
    let packed = new Uint8Array();
    for (const one of planLevels(level)) {
      packed = compress(raw, dictionary ?? NO_DICTIONARY, one);
      if (isSingleSegment(packed)) break;
    }
    return packed;
  };
}

/** With a context of its own, so that no file depends on those before it. */
function compress(raw: Uint8Array, dictionary: Uint8Array, level: number): Uint8Array<ArrayBuffer> {
  const context = createCCtx();
  try {
    return new Uint8Array(compressUsingDict(context, raw, dictionary, level));
  } finally {
    freeCCtx(context);
  }
}

function isSingleSegment(frame: Uint8Array): boolean {
  return ((frame[4] ?? 0) & 0x20) !== 0;
}
