import { gzip } from 'pako';
import type { Codec } from '../../format/codec.ts';
import { loadZstd } from './zstd.ts';

/** Packs files, some at a time. The same bytes give the same bytes, on every machine. */
export interface Packer {
  /** How many files may be in work at once. */
  readonly width: number;
  /**
   * @param raw is handed over: its bytes may be gone afterwards.
   * @param dictionary to pack with, for zstd alone; a buffer of its own.
   */
  pack(
    codec: Codec,
    raw: Uint8Array<ArrayBuffer>,
    dictionary?: Uint8Array<ArrayBuffer> | null,
  ): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** Packs in this thread. */
export async function createLocalPacker(level: number): Promise<Packer> {
  const packZstd = await loadZstd(level);
  return {
    width: 1,
    pack(codec, raw, dictionary = null) {
      switch (codec) {
        case 'gzip':
          // Not Node's own zlib, whose output is another on other processors.
          return Promise.resolve(new Uint8Array(gzip(raw, { level: 9, memLevel: 9 })));
        case 'zstd':
          return Promise.resolve(packZstd(raw, dictionary));
        case 'none':
          return Promise.resolve(raw);
      }
    },
    close: () => Promise.resolve(),
  };
}
