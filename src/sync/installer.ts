import { StorageFullError } from '../db/errors.ts';
import type { InstallHold, PendingInstall } from '../db/device-state.ts';
import { PACK_NAMES, type PackName } from '../format/manifest.ts';
import { beginInstall } from './begin-install.ts';
import { checkHost } from './check-host.ts';
import { describePending } from './describe-pending.ts';
import { installFromFile } from './install-from-file.ts';
import {
  isWorking,
  type InstallJob,
  type InstallProgress,
  type Installer,
  type WorkingJob,
} from './installer-state.ts';
import type { InstallerOptions } from './installer-options.ts';
import { acceptStored, readDevice } from './read-device.ts';
import { removePacks } from './remove-packs.ts';
import type { Waiting } from './retry-gate.ts';
import { runInstall } from './run-install.ts';
import { createSharedLock } from './shared-lock.ts';
import { createStateKeeper } from './state-keeper.ts';
import { createStorageCare } from './storage-care.ts';
import { askToPersist } from './storage-health.ts';
import { parseTabMessage, type TabMessage } from './tab-messages.ts';

/**
 * What is to be installed stands in the database and nowhere else; a tab that changes it tells the
 * others, and whoever holds the lock looks again. So pausing, cancelling and adding packs work from
 * every tab, and whoever comes next under the lock goes on with what is left.
 */
export function createInstaller(options: InstallerOptions): Installer {
  const { storage, trust, channel, note, now } = options;
  const closing = new AbortController();
  const lock = createSharedLock(options.locks, closing.signal);
  const keeper = createStateKeeper(post, now);
  const care = createStorageCare(options, {
    keeper,
    lock,
    closing: closing.signal,
    install: installNow,
    attend,
  });
  const { inspect, collect } = care;
  /** The job under the lock, in this tab. */
  let running: AbortController | null = null;
  /** A click whose manifest is on its way. */
  let asking: AbortController | null = null;
  let refreshing: Promise<void> = Promise.resolve();
  let attending: Promise<void> | null = null;
  let calls = 0;

  function post(message: TabMessage): void {
    if (!closing.signal.aborted) channel.postMessage(message);
  }

  function hear({ data }: MessageEvent<unknown>): void {
    const message = parseTabMessage(data);
    switch (message?.kind) {
      case 'hello': {
        const { job } = keeper.get();
        if (running !== null && isWorking(job)) post({ kind: 'working', job });
        break;
      }
      case 'working':
        if (running !== null) break;
        keeper.showElsewhere(message.job);
        // Queues behind it, so that it goes on here when that tab is closed.
        void attend();
        break;
      case 'pending-changed':
        lock.interrupt();
        stopRun();
        break;
      case 'device-changed':
        void refresh().then(inspect, () => undefined);
        break;
      case undefined:
        break;
    }
  }

  function stopRun(): void {
    running?.abort(new DOMException('What is to be installed has changed.', 'AbortError'));
  }

  /** Tells everybody, and stops the work on what was to be installed before. */
  function pendingChanged(): void {
    post({ kind: 'pending-changed' });
    stopRun();
  }

  /** Works off what is to be installed, here or behind the tab that is at it. */
  function attend(): Promise<void> {
    calls += 1;
    attending ??= attendAll().finally(() => {
      attending = null;
    });
    return attending;
  }

  async function attendAll(): Promise<void> {
    for (let seen = -1; seen !== calls;) {
      seen = calls;
      await underLock(workOffPending);
    }
    // Not before the lock is free.
    void collect();
  }

  async function underLock(work: () => Promise<void>): Promise<void> {
    try {
      await lock.run(work, () => {
        keeper.showElsewhere(null);
        post({ kind: 'hello' });
      });
    } catch (error) {
      showFailure(error);
    }
  }

  /** The database itself may fail: switched off, damaged, closed by the browser. */
  function showFailure(error: unknown): void {
    if (closing.signal.aborted) return;
    keeper.set({ job: { kind: 'failed', packs: [], error: asError(error), progress: null } });
  }

  async function workOffPending(): Promise<void> {
    let hasWorked = false;
    for (;;) {
      const { pending } = (await storage.device.read()).state;
      if (pending === null || pending.hold !== null) break;
      hasWorked = true;
      const failed = await installPending(pending);
      if (closing.signal.aborted) return;
      if (failed === null) continue;
      await refresh();
      keeper.set({ job: failed });
      post({ kind: 'device-changed' });
      return;
    }
    await refresh();
    await showRest();
    if (!hasWorked) return;
    post({ kind: 'device-changed' });
    void inspect();
  }

  /** @returns the failure, null when it is done or was stopped. */
  async function installPending(pending: PendingInstall): Promise<InstallJob | null> {
    const { packs } = pending;
    const stop = new AbortController();
    running = stop;
    let progress: InstallProgress | null = null;
    try {
      const stored = await storage.device.readSnapshot(pending.snapshot);
      if (stored === null || packs.length === 0) {
        await storage.device.cancelPending();
        return null;
      }
      await runInstall({
        ...options,
        accepted: await acceptStored(stored, trust),
        packs,
        signal: AbortSignal.any([stop.signal, closing.signal]),
        onJob(job) {
          if ('progress' in job) ({ progress } = job);
          if (!stop.signal.aborted) keeper.showWork(job);
        },
      });
      note.write(packs);
      return null;
    } catch (error) {
      if (stop.signal.aborted || closing.signal.aborted) return null;
      await storage.device.hold(holdFor(error)).catch(() => undefined);
      return { kind: 'failed', packs, error: asError(error), progress };
    } finally {
      running = null;
    }
  }

  /**
   * Shows what the device has, and in the same step an install that was begun before: a page must not
   * take the part that is here for all that is to come, not even for a moment. One after the other, so
   * that what was read last is what stays.
   */
  function refresh(): Promise<void> {
    const next = refreshing.then(refreshNow);
    refreshing = next.catch(() => undefined);
    return next;
  }

  async function refreshNow(): Promise<void> {
    const device = await readDevice(storage, trust);
    const { pending } = (await storage.device.read()).state;
    const job = pending === null ? null : await describePending(pending, storage, trust);
    const known = keeper.get();
    const stored = known.device.snapshot === device.snapshot ? known.device.stored : [];
    const isNews = job !== null && known.job.kind === 'idle' && running === null && asking === null;
    keeper.set({ device: { ...device, stored }, ...(isNews && { job }) });
  }

  /** Shows what is to be done when nothing is being done. */
  async function showRest(): Promise<void> {
    const { pending } = (await storage.device.read()).state;
    const job = await describePending(pending, storage, trust);
    if (running === null && asking === null) keeper.set({ job });
  }

  async function installNow(packs: readonly PackName[]): Promise<void> {
    asking?.abort();
    const stop = new AbortController();
    asking = stop;
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const { device } = keeper.get();
    const shown = PACK_NAMES.filter((it) => packs.includes(it) || device.packs.includes(it));

    function showPreparing(waiting: Waiting | null): void {
      if (signal.aborted) return;
      const preparing: WorkingJob = { kind: 'preparing', packs: shown };
      const job: WorkingJob =
        waiting === null
          ? preparing
          : { kind: 'waiting', packs: shown, progress: null, ...waiting };
      keeper.set({ job });
    }

    showPreparing(null);
    try {
      await beginInstall(packs, options, showPreparing, signal);
    } catch (error) {
      if (asking === stop) asking = null;
      if (!signal.aborted) {
        keeper.set({ job: { kind: 'failed', packs, error: asError(error), progress: null } });
      }
      return;
    }
    asking = null;
    pendingChanged();
    await attend();
  }

  /** Changes what is to be installed; the holder of the lock follows. */
  async function changePending(change: () => Promise<void>): Promise<void> {
    asking?.abort();
    asking = null;
    await change();
    pendingChanged();
    if (attending === null) await showRest();
  }

  /** Work under the lock that is no install. Installs that run make way. */
  async function runAlone(job: WorkingJob, work: () => Promise<void>): Promise<void> {
    await underLock(async () => {
      keeper.showWork(job);
      let failed: InstallJob | null = null;
      try {
        await work();
      } catch (error) {
        failed = { kind: 'failed', packs: job.packs, error: asError(error), progress: null };
      }
      await refresh();
      if (failed === null) await showRest();
      else keeper.set({ job: failed });
      post({ kind: 'device-changed' });
    });
    void inspect();
    void collect();
  }

  channel.addEventListener('message', hear);

  return {
    getState: keeper.get,
    subscribe: keeper.subscribe,
    async start() {
      try {
        await refresh();
        const { pending } = (await storage.device.read()).state;
        if (pending?.hold?.kind === 'failed') await storage.device.hold(null);
        await showRest();
        post({ kind: 'hello' });
        if (pending !== null) void attend();
        void care.begin().catch(() => undefined);
      } catch (error) {
        showFailure(error);
      }
    },
    async checkHost() {
      keeper.set({ host: { kind: 'asking' } });
      // Asked before `start` has looked, it would take the device for empty.
      await refresh().catch(() => undefined);
      // Who asks looks at what is stored.
      void inspect();
      keeper.set({ host: await checkHost(options, keeper.get().device) });
    },
    async install(packs) {
      void askToPersist(options.browserStorage).then(inspect);
      await installNow(packs);
    },
    update: () => installNow([]),
    async pause() {
      await changePending(() => storage.device.hold({ kind: 'paused' }));
    },
    async resume() {
      const { job } = keeper.get();
      const { pending } = (await storage.device.read()).state;
      if (pending === null) {
        // It failed before there was anything to go on with.
        if (job.kind === 'failed') await installNow(job.packs);
        return;
      }
      await storage.device.hold(null);
      await attend();
    },
    async cancel() {
      await changePending(() => storage.device.cancelPending());
    },
    async rollBack() {
      const { previous } = keeper.get().device;
      if (previous === null) return;
      const { packs } = previous;
      await changePending(() => storage.device.cancelPending());
      await runAlone({ kind: 'testing', packs }, async () => {
        const stored = await storage.device.readSnapshot(previous.id);
        if (stored === null) return;
        await options.testSnapshot(await acceptStored(stored, trust), packs);
        if (await storage.device.rollBack()) note.write(packs);
      });
    },
    async removePrevious() {
      await storage.device.forgetPrevious();
      await refresh();
      post({ kind: 'device-changed' });
      await collect();
    },
    async remove(packs) {
      const kept = keeper.get().device.packs.filter((pack) => !packs.includes(pack));
      note.write(kept);
      await changePending(() =>
        kept.length === 0 ? storage.device.forgetAll() : storage.device.keepPacks(kept),
      );
      await runAlone({ kind: 'removing', packs }, async () => {
        await removePacks(packs, kept, storage, trust);
      });
    },
    async openFile(file, listener) {
      await changePending(() => storage.device.cancelPending());
      let opened: { readonly packs: readonly PackName[] } | { readonly error: unknown } = {
        packs: [],
      };
      await underLock(async () => {
        try {
          const packs = await installFromFile(file, listener, options);
          note.write(packs);
          opened = { packs };
        } catch (error) {
          opened = { error };
        }
        await refresh();
        await showRest();
      });
      post({ kind: 'device-changed' });
      void inspect();
      // The page that opened the file tells what is wrong with it; it is no failed install.
      return settleOpened(opened);
    },
    reportDamage() {
      void inspect();
    },
    close() {
      closing.abort(new DOMException('The tab is closing.', 'AbortError'));
      channel.removeEventListener('message', hear);
    },
  };
}

function settleOpened(
  opened: { readonly packs: readonly PackName[] } | { readonly error: unknown },
): readonly PackName[] {
  if ('error' in opened) throw asError(opened.error);
  return opened.packs;
}

function holdFor(error: unknown): InstallHold {
  if (error instanceof StorageFullError) return { kind: 'storage-full' };
  return { kind: 'failed', message: asError(error).message };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
