import type { PublicKey } from './public-key.ts';

/** Why a snapshot that can be read is not taken. */
export type Refusal =
  /** It carries no signature, or lost it on the way. */
  | { readonly kind: 'unsigned' }
  /** The signature does not fit the manifest: one of both was changed. */
  | { readonly kind: 'bad-signature'; readonly by: string; readonly key: PublicKey }
  /** Signed with a key that is not among ours; null when the manifest does not name it. */
  | { readonly kind: 'unknown-key'; readonly by: string | null; readonly key: PublicKey | null }
  /** Signed by us, but before what this device has accepted already. */
  | { readonly kind: 'rollback'; readonly issued: string; readonly latestIssued: string }
  /** What comes with the manifest is not what the manifest describes. */
  | {
      readonly kind: 'mixed';
      /** The part in words: "index of papers", "block 3f.. of the archive file". */
      readonly part: string;
      readonly found: string;
      readonly expected: string;
    };

/** A snapshot was refused. Nothing of it was taken; what the device had stays as it was. */
export class SnapshotRefusedError extends Error {
  override readonly name = 'SnapshotRefusedError';
  constructor(readonly refusal: Refusal) {
    super(describeRefusal(refusal));
  }
}

const ASK = 'Get it from another place, or ask whoever publishes it.';

/** One or two sentences: what was found, what was expected, what to do. */
function describeRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'unsigned':
      return `This snapshot is not signed; this app takes only snapshots signed by its publisher. ${ASK}`;
    case 'bad-signature':
      return `This snapshot says that it was signed by ${refusal.by}, but its signature does not fit: it was damaged or changed after it was signed. ${ASK}`;
    case 'unknown-key':
      return refusal.key === null
        ? `This snapshot does not say which key signed it; this app takes only snapshots signed by its publisher. ${ASK}`
        : `This snapshot was signed with the key ${refusal.key}, which this app does not know; it takes only snapshots signed by its publisher. ${ASK}`;
    case 'rollback':
      return `This snapshot was issued on ${refusal.issued}; this device has one of ${refusal.latestIssued} and takes none that is older. Whoever hosts it should put the newer one there.`;
    case 'mixed':
      return `Two snapshots are mixed here: ${refusal.part} has ${refusal.found}, where the manifest says ${refusal.expected}. Whoever hosts it may be in the middle of an update: try again later, or get it from another place.`;
  }
}
