import type { DeviceStorage } from '../db/open-storage.ts';
import { hashBytes, type BlockHash } from '../format/hash.ts';
import { parseManifest, type Manifest, type PackName } from '../format/manifest.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { collectGarbage } from './collect-garbage.ts';
import { installPacks, type InstallProgress } from './install-packs.ts';

/** What is on the device. */
export interface DeviceContents {
  readonly snapshot: BlockHash | null;
  readonly manifest: Manifest | null;
  /** Packs that are whole. */
  readonly packs: readonly PackName[];
}

/** What the installer is doing. */
export type InstallJob =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing'; readonly packs: readonly PackName[] }
  | ({
      readonly kind: 'running';
      readonly packs: readonly PackName[];
      /** Rate of this run in bytes a second; null until there is something to measure. */
      readonly bytesPerSecond: number | null;
    } & InstallProgress)
  /** Another tab of this browser installs; this one takes over if that tab closes. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'failed'; readonly packs: readonly PackName[]; readonly error: Error };

export interface InstallerState {
  readonly device: DeviceContents;
  readonly job: InstallJob;
}

/** Installs and removes packs, one job at a time over all tabs. */
export interface Installer {
  getState(): InstallerState;
  subscribe(listener: () => void): () => void;
  /** Reads what is on the device, and goes on with an install that broke off. */
  start(): Promise<void>;
  /** Adds packs from what the host has now. Packs installed before come along to that snapshot. */
  install(packs: readonly PackName[]): Promise<void>;
  /** Stops the job and forgets it. Blocks fetched so far stay for the next time. */
  cancel(): Promise<void>;
  /** Takes packs off the device; the last one takes everything with it. */
  remove(packs: readonly PackName[]): Promise<void>;
}

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

const LOCK_NAME = 'papers-with-code-2:install';
const NOTHING: DeviceContents = { snapshot: null, manifest: null, packs: [] };

export function createInstaller(options: InstallerOptions): Installer {
  const { host, storage, locks, channel, now } = options;
  const listeners = new Set<() => void>();
  let state: InstallerState = { device: NOTHING, job: { kind: 'idle' } };
  let running: AbortController | null = null;

  function set(change: Partial<InstallerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function readDevice(): Promise<void> {
    const { active } = await storage.device.read();
    if (active === null || active.packs.length === 0) {
      set({ device: NOTHING });
      return;
    }
    const manifest = parseManifest(new Uint8Array(active.manifest));
    set({ device: { snapshot: active.id, manifest, packs: active.packs } });
  }

  /** Runs a job under the lock that all tabs share; where another tab holds it, waits behind it. */
  async function underLock(job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const ran = await locks.request(LOCK_NAME, { ifAvailable: true }, async (lock) => {
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
    set({ job: { kind: 'elsewhere' } });
    await locks.request(LOCK_NAME, () => undefined);
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
            set({ job: { kind: 'running', packs, bytesPerSecond, ...progress } });
          },
        });
        set({ job: { kind: 'idle' } });
      } catch (error) {
        if (signal.aborted) set({ job: { kind: 'idle' } });
        else set({ job: { kind: 'failed', packs, error: asError(error) } });
      }
    });
  }

  channel.addEventListener('message', () => {
    void readDevice().catch(() => undefined);
  });

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
    install(packs) {
      const wanted = [...new Set([...state.device.packs, ...packs])];
      return installFrom(wanted, (signal) => host.fetchManifest(signal));
    },
    async cancel() {
      running?.abort(new DOMException('The install was cancelled.', 'AbortError'));
      await storage.device.cancelPending();
      set({ job: { kind: 'idle' } });
    },
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

/** The snapshot that the host has now, to compare with what is installed. */
export async function readHostSnapshot(
  host: SnapshotHost,
  signal?: AbortSignal,
): Promise<{ readonly id: BlockHash; readonly manifest: Manifest }> {
  const bytes = await host.fetchManifest(signal);
  return { id: await hashBytes(bytes), manifest: parseManifest(bytes) };
}
