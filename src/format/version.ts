import { isBlockHash, type BlockHash } from './hash.ts';

/** First field of every root manifest. Anything else is not a snapshot of this format. */
export const SNAPSHOT_MAGIC = 'pwc2-snapshot';

/** The version this code writes, and the newest that it reads. See docs/format.md, "Versions". */
export const FORMAT_VERSION = 3;

/** The oldest version this code still reads. */
export const OLDEST_READABLE_VERSION = 1;

/** Name of the root manifest: the only file of a snapshot whose name is not its hash. */
export const MANIFEST_FILE = 'snapshot.json';

/** Folder of all hashed files, blocks and section indexes alike. */
export const BLOCK_FOLDER = 'blocks';

/** Path of a hashed file, relative to the snapshot's root. */
export function blockPath(hash: string): string {
  return `${BLOCK_FOLDER}/${hash}.bin`;
}

/** The hash that an address of a hashed file names, wherever its snapshot lies; null for any other. */
export function hashOfBlockUrl(url: string): BlockHash | null {
  const name = /\/blocks\/([^/?#]+)\.bin$/.exec(url)?.[1];
  return name !== undefined && isBlockHash(name) ? name : null;
}
