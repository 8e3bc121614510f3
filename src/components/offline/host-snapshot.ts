import type { BlockHash } from '../../format/hash.ts';
import type { Manifest } from '../../format/manifest.ts';

/** What is known of the snapshot that the host has now. */
export type HostSnapshot =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly id: BlockHash; readonly manifest: Manifest }
  | { readonly kind: 'failed'; readonly error: Error };
