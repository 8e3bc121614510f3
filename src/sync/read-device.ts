import type { StoredSnapshot } from '../db/database.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import {
  acceptManifest,
  type AcceptedManifest,
  type Trust,
} from '../format/trust/accept-manifest.ts';
import { NOTHING, type DeviceContents, type InstalledSnapshot } from './installer-state.ts';

/** A manifest that the device holds, judged anew: the app may believe others than when it came. */
export function acceptStored(snapshot: StoredSnapshot, trust: Trust): Promise<AcceptedManifest> {
  return acceptManifest(new Uint8Array(snapshot.manifest), trust, null);
}

/** What is installed, apart from how much is stored of what. */
export async function readDevice(storage: DeviceStorage, trust: Trust): Promise<DeviceContents> {
  const { active, previous } = await storage.device.read();
  const before = previous === null ? null : await readInstalled(previous, trust).catch(() => null);
  if (active === null || active.packs.length === 0) return { ...NOTHING, previous: before };
  try {
    const { id, ...installed } = await readInstalled(active, trust);
    return { ...NOTHING, ...installed, snapshot: id, previous: before };
  } catch (error) {
    const problem = error instanceof Error ? error : new Error(String(error));
    return { ...NOTHING, problem, previous: before };
  }
}

async function readInstalled(stored: StoredSnapshot, trust: Trust): Promise<InstalledSnapshot> {
  const { id, manifest, authenticity } = await acceptStored(stored, trust);
  return { id, manifest, authenticity, packs: stored.packs };
}
