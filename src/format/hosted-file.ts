import type { BlockHash } from './hash.ts';

/** A file on the host in which consecutive blocks of a section lie end to end. */
export interface Volume {
  /** Of all its bytes, and its name. What is verified are its blocks. */
  readonly hash: BlockHash;
  readonly bytes: number;
  readonly blocks: number;
}

/** Something with a hash of its own that a host has: a block, an index, a dictionary. */
export interface HostedFile {
  readonly hash: BlockHash;
  /** Size as it lies on the host. */
  readonly bytes: number;
  /** Where it is when it has no file of its own: from which byte on of which volume. */
  readonly place?: { readonly volume: Volume; readonly offset: number } | undefined;
}

/** The file on the host that it is in, which may be its own. */
export function fileOnHost({ hash, bytes, place }: HostedFile): HostedFile {
  return place?.volume ?? { hash, bytes };
}
