import type { DeviceStorage } from '../db/open-storage.ts';
import { hashBytes } from '../format/hash.ts';
import { parseManifest, type PackName } from '../format/manifest.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { collectGarbage } from './collect-garbage.ts';
import { INSTALL_LOCK } from './install-lock.ts';
import { installPacks } from './install-packs.ts';
import { INITIAL_STATE, type Installer, type InstallerState } from './installer-state.ts';

export interface InstallerOptions {
  readonly host: SnapshotHost;
  readonly storage: DeviceStorage;
  readonly locks: LockManager;
  /** Tells the other tabs that something changed. Messages carry nothing. */
  readonly channel: BroadcastChannel;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

export function createInstaller(options: InstallerOptions): Installer {
  const { host, storage, locks, channel, now } = options;
  const listeners = new Set<() => void>();
  let state: InstallerState = INITIAL_STATE;
  let running: AbortController | null = null;

  function set(change: Partial<InstallerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function readDevice(): Promise<void> {
    const { active } = await storage.device.read();
    if (active === null || active.packs.length === 0) {
      set({ device: INITIAL_STATE.device });
      return;
    }
    const manifest = parseManifest(new Uint8Array(active.manifest));
    set({
      device: { ...INITIAL_STATE.device, snapshot: active.id, manifest, packs: active.packs },
    });
  }

  /** Runs a job under the lock that all tabs share; where another tab holds it, waits behind it. */
  async function underLock(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const ran = await locks.request(INSTALL_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await runJob(job);
      return true;
    });
    if (!ran) await takeOver();
  }

  async function runJob(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    running = controller;
    try {
      await job(controller.signal);
    } finally {
      running = null;
      await readDevice().catch(() => undefined);
      channel.postMessage(null);
    }
  }

  /** Waits until the other tab's job ends; if it left something undone, goes on with it here. */
  async function takeOver(): Promise<void> {
    set({ job: { kind: 'elsewhere', job: null } });
    await locks.request(INSTALL_LOCK, () => undefined);
    set({ job: { kind: 'idle' } });
    await readDevice();
    await resume();
  }

  async function resume(): Promise<void> {
    const { state: device } = await storage.device.read();
    if (device.pending === null) return;
    const { snapshot, packs } = device.pending;
    const stored = await storage.device.readSnapshot(snapshot);
    if (stored === null) {
      await storage.device.cancelPending();
      return;
    }
    await installFrom(packs, () => Promise.resolve(new Uint8Array(stored.manifest)));
  }

  function installFrom(
    packs: readonly PackName[],
    readManifest: (signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<void> {
    return underLock(async (signal) => {
      set({ job: { kind: 'preparing', packs } });
      const meter = createRateMeter(now);
      try {
        await installPacks({
          ...options,
          manifestBytes: await readManifest(signal),
          packs,
          signal,
          onProgress(progress) {
            const bytesPerSecond = meter(progress.doneBytes);
            set({
              job: {
                kind: 'running',
                packs,
                bytesPerSecond,
                secondsLeft: bytesPerSecond
                  ? (progress.totalBytes - progress.doneBytes) / bytesPerSecond
                  : null,
                progress: { ...progress, packs: [] },
              },
            });
          },
        });
        set({ job: { kind: 'idle' } });
      } catch (error) {
        if (signal.aborted) set({ job: { kind: 'idle' } });
        else set({ job: { kind: 'failed', packs, error: asError(error), progress: null } });
      }
    });
  }

  channel.addEventListener('message', () => {
    void readDevice().catch(() => undefined);
  });

  async function install(packs: readonly PackName[]): Promise<void> {
    const wanted = [...new Set([...state.device.packs, ...packs])];
    await installFrom(wanted, (signal) => host.fetchManifest(signal));
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await readDevice();
      await resume();
    },
    async checkHost() {
      set({ host: { kind: 'asking' } });
      try {
        const bytes = await host.fetchManifest();
        const id = await hashBytes(bytes);
        const { snapshot } = state.device;
        const isUpdate = snapshot !== null && snapshot !== id;
        const known = { id, manifest: parseManifest(bytes), from: host.baseUrl, authenticity: { kind: 'unsigned' as const } };
        set({ host: { kind: 'known', ...known, isUpdate, updateBytes: null } });
      } catch (error) {
        set({ host: { kind: 'unreachable', error: asError(error) } });
      }
    },
    install,
    update: () => install(state.device.packs),
    async pause() {
      running?.abort(new DOMException('The install was paused.', 'AbortError'));
    },
    resume,
    async cancel() {
      running?.abort(new DOMException('The install was cancelled.', 'AbortError'));
      await storage.device.cancelPending();
      set({ job: { kind: 'idle' } });
    },
    async rollBack() {},
    async removePrevious() {},
    remove(packs) {
      return underLock(async () => {
        const { snapshot, manifest } = state.device;
        const kept = state.device.packs.filter((pack) => !packs.includes(pack));
        if (snapshot === null || manifest === null || kept.length === 0) {
          await storage.device.clear();
        } else {
          await storage.device.activate(snapshot, kept);
          await collectGarbage(manifest, storage, kept);
        }
        set({ job: { kind: 'idle' } });
      });
    },
    reportDamage() {},
    close() {
      running?.abort(new DOMException('The tab is closing.', 'AbortError'));
    },
  };
}

/** Bytes a second since the first call. Work done before, by an earlier run, does not count. */
function createRateMeter(now: () => number): (doneBytes: number) => number | null {
  let first: { at: number; bytes: number } | null = null;
  return (bytes) => {
    const at = now();
    first ??= { at, bytes };
    const seconds = (at - first.at) / 1000;
    return seconds > 0.5 ? (bytes - first.bytes) / seconds : null;
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
