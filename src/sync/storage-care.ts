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
  /** Inspects and collects once the visitor has what they came for. */
  begin(): Promise<void>;
  /** Looks whether all is there that should be, and has it fetched again if not. */
  inspect(): Promise<void>;
  /** Deletes what nothing names any more, whenever the browser is idle. */
  collect(): Promise<void>;
}

/** What a visitor does first needs the database: the care for it waits so long. See docs/decisions/0025. */
const BEGIN_AFTER_MS = 5000;

/** Looking through the whole archive takes a second and a half with these, and half a second of the database's time. */
const PAUSE_MS = 30;

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

  const pauseUnless = (signal: AbortSignal) => () => options.wait(PAUSE_MS, signal);

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
    const { stored, damage } = await inspectDevice(manifest, packs, storage, pauseUnless(closing));
    keeper.set({ device: { ...keeper.get().device, stored } });
    show({ ...health, damage });
    if (damage.kind === 'none' || state.pending !== null) return;
    const bytes = new Uint8Array(active.manifest);
    await storage.device.begin({ id: snapshot, bytes, issued: null }, packs);
    void attend();
  }

  function inspect(): Promise<void> {
    inspecting ??= inspectNow()
      .catch(() => undefined)
      .finally(() => {
        inspecting = null;
      });
    return inspecting;
  }

  async function collect(): Promise<void> {
    // Blocks that nothing names any more are what a device is filled again from.
    if (keeper.get().storage.damage.kind === 'cleared') return;
    const onFound = () => show({ isFreeing: true });
    await lock.runIdly(async (signal) => {
      const pause = pauseUnless(signal);
      await collectGarbage({ ...options, pause, signal, onFound });
    });
    if (!keeper.get().storage.isFreeing || closing.aborted) return;
    show({ ...(await readStorageHealth(browserStorage)), isFreeing: false });
  }

  return {
    async begin() {
      // Where there is nothing to look through, the loss of everything is seen at once.
      if (keeper.get().device.snapshot !== null) {
        await options.whenIdle();
        await options.wait(BEGIN_AFTER_MS, closing);
      }
      await inspect();
      await collect();
    },
    inspect,
    collect,
  };
}
