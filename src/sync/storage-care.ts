import type { PackName } from '../format/manifest.ts';
import { collectGarbage } from './collect-garbage.ts';
import { inspectDevice } from './inspect-device.ts';
import type { InstallerOptions } from './installer-options.ts';
import type { StorageHealth } from './installer-state.ts';
import type { SharedLock } from './shared-lock.ts';
import type { StateKeeper } from './state-keeper.ts';
import { readStorageHealth } from './storage-health.ts';

/** Looks after what is stored: notices what is missing, and frees the room of what nothing names. */
export interface StorageCare {
  /** Looks whether all is there that should be, and has it fetched again if not. */
  inspect(): Promise<void>;
  /** Deletes what nothing names any more, whenever the browser is idle. */
  collect(): Promise<void>;
}

export interface StorageCareParts {
  readonly keeper: StateKeeper;
  readonly lock: SharedLock;
  /** Aborted when the tab closes. */
  readonly closing: AbortSignal;
  /** Installs packs of which nothing is left. */
  readonly install: (packs: readonly PackName[]) => Promise<void>;
  /** Works off what is pending. */
  readonly attend: () => Promise<void>;
}

export function createStorageCare(
  options: InstallerOptions,
  { keeper, lock, closing, install, attend }: StorageCareParts,
): StorageCare {
  const { storage, note, browserStorage } = options;
  let inspecting: Promise<void> | null = null;

  function show(changed: Partial<StorageHealth>): void {
    keeper.set({ storage: { ...keeper.get().storage, ...changed } });
  }

  async function inspectNow(): Promise<void> {
    const health = await readStorageHealth(browserStorage);
    const { snapshot, manifest, packs, problem } = keeper.get().device;
    const { state, active } = await storage.device.read();
    if (snapshot === null || manifest === null || active === null) {
      const lost = problem === null && state.pending === null ? note.read() : [];
      if (lost.length === 0) {
        show({ ...health, damage: { kind: 'none' } });
      } else {
        show({ ...health, damage: { kind: 'cleared', packs: lost } });
        void install(lost);
      }
      return;
    }
    const { stored, damage } = await inspectDevice(manifest, packs, storage);
    keeper.set({ device: { ...keeper.get().device, stored } });
    show({ ...health, damage });
    if (damage.kind === 'none' || state.pending !== null) return;
    const bytes = new Uint8Array(active.manifest);
    await storage.device.begin({ id: snapshot, bytes, issued: null }, packs);
    void attend();
  }

  return {
    inspect() {
      inspecting ??= inspectNow()
        .catch(() => undefined)
        .finally(() => {
          inspecting = null;
        });
      return inspecting;
    },
    async collect() {
      // Blocks that nothing names any more are what a device is filled again from.
      if (keeper.get().storage.damage.kind === 'cleared') return;
      const onFound = () => show({ isFreeing: true });
      await lock.runIdly(async (signal) => {
        await collectGarbage({ ...options, signal, onFound });
      });
      if (!keeper.get().storage.isFreeing || closing.aborted) return;
      show({ ...(await readStorageHealth(browserStorage)), isFreeing: false });
    },
  };
}
