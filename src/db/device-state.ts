import * as v from 'valibot';
import { BlockHashSchema, type BlockHash } from '../format/hash.ts';
import { PACK_NAMES, type PackName } from '../format/manifest.ts';

/** Why an install is not gone on with by itself. */
export type InstallHold =
  /** A person paused it. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'storage-full' }
  /** Something that waiting does not mend; tried again at the next visit. */
  | { readonly kind: 'failed'; readonly message: string };

/** An install that was asked for and is not complete. */
export interface PendingInstall {
  readonly snapshot: BlockHash;
  readonly packs: readonly PackName[];
  readonly hold: InstallHold | null;
}

/** What the device is to hold and which snapshot pages read. One record, key 'device'. */
export interface DeviceState {
  readonly key: 'device';
  /** Snapshot that pages read; null before the first visit is over. Installed, or merely browsed. */
  readonly active: BlockHash | null;
  /** The snapshot that was installed before, to go back to. */
  readonly previous: BlockHash | null;
  readonly pending: PendingInstall | null;
  /** When the newest snapshot that this device has verified was issued; against rollback. */
  readonly latestIssued: string | null;
}

export const EMPTY_STATE: DeviceState = {
  key: 'device',
  active: null,
  previous: null,
  pending: null,
  latestIssued: null,
};

const HoldSchema = v.variant('kind', [
  v.object({ kind: v.literal('paused') }),
  v.object({ kind: v.literal('storage-full') }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);

// Fields that came later are missing in records of older apps.
const DeviceStateSchema = v.object({
  key: v.literal('device'),
  active: v.nullable(BlockHashSchema),
  previous: v.optional(v.nullable(BlockHashSchema), null),
  pending: v.nullable(
    v.object({
      snapshot: BlockHashSchema,
      packs: v.array(v.picklist(PACK_NAMES)),
      hold: v.optional(v.nullable(HoldSchema), null),
    }),
  ),
  latestIssued: v.optional(v.nullable(v.string()), null),
});

/** The device's record. One that is missing or cannot be read counts as empty: the device then is. */
export function parseDeviceState(value: unknown): DeviceState {
  const parsed = v.safeParse(DeviceStateSchema, value);
  return parsed.success ? parsed.output : EMPTY_STATE;
}
