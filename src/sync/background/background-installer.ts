import type { DeviceStorage } from '../../db/open-storage.ts';
import type { BlockHash } from '../../format/hash.ts';
import { INSTALL_LOCK } from '../install-lock.ts';
import type { InstallJob, Installer, InstallerState } from '../installer-state.ts';
import type { BackgroundTransfer, BackgroundTransfers } from './background-fetch.ts';
import { createStoredListener, parseBackgroundMessage } from './background-messages.ts';
import { shouldHandOver } from './hand-over-policy.ts';
import { planTransfers, snapshotOfTransfer } from './plan-transfers.ts';
import { readInstallToFinish, type InstallToFinish } from './install-to-finish.ts';

import { watchTransfers, type TransferWatch } from './transfer-watch.ts';

export interface BackgroundInstallerOptions {
  /** Makes the installer that works in this tab. Called again after each hand-over. */
  readonly createInstaller: () => Installer;
  readonly transfers: BackgroundTransfers;
  /** Whether a service worker is there that would be told of their end. */
  readonly isReady: () => boolean;
  readonly storage: DeviceStorage;
  readonly blockUrl: (hash: BlockHash) => string;
  readonly locks: LockManager;
  readonly channel: BroadcastChannel;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Calls back whenever the page is hidden; returns a function that ends it. */
  readonly onHidden: (listener: () => void) => () => void;
  /** What the browser shows beside its own progress. */
  readonly title: string;
}

/** The rest of an install, in the browser's hands. */
interface HandedOver {
  readonly pending: InstallToFinish;
  readonly watch: TransferWatch;
}

/**
 * An installer that hands what is left of a long install over to the browser (Background Fetch), so that
 * it goes on when the last page is closed. While the browser is at it, this tab holds the lock, so
 * that no tab fetches the same again; when it has ended, the installer behind it finds nearly everything
 * here, fetches what is not, tests and activates. With no page left the service worker does that.
 */
export function createBackgroundInstaller(options: BackgroundInstallerOptions): Installer {
  const { createInstaller, transfers, storage, locks, now } = options;
  const listeners = new Set<() => void>();
  const whenStored = createStoredListener(options.channel);
  let inner = createInstaller();
  let unsubscribe = inner.subscribe(onInnerChange);
  let handedOver: HandedOver | null = null;
  let isHandingOver = false;
  /** The browser has said no once; it would again. */
  let isRefused = false;
  let runningSince: number | null = null;
  let state: InstallerState = inner.getState();
  const stopListening = options.onHidden(() => considerHandOver(true));
  function hear({ data }: MessageEvent<unknown>): void {
    if (parseBackgroundMessage(data)?.kind === 'begun') void attach();
  }
  options.channel.addEventListener('message', hear);

  function publish(): void {
    const job = handedOver === null ? inner.getState().job : jobOf(handedOver);
    state = { ...inner.getState(), job };
    for (const listener of listeners) listener();
  }

  function onInnerChange(): void {
    const { kind } = inner.getState().job;
    if (kind !== 'running') runningSince = null;
    else runningSince ??= now();
    publish();
    considerHandOver(false);
  }

  function considerHandOver(isHidden: boolean): void {
    if (isRefused || isHandingOver || handedOver !== null || !options.isReady()) return;
    const runningMs = runningSince === null ? 0 : now() - runningSince;
    if (shouldHandOver(inner.getState().job, { isHidden, runningMs })) void handOver();
  }

  /** Stops the work in this tab without pausing it, and gives the rest to the browser. */
  async function handOver(): Promise<void> {
    isHandingOver = true;
    // Before the lock is taken: an installer that is closed does not mind losing it.
    inner.close();
    try {
      await locks.request(INSTALL_LOCK, { steal: true }, async () => {
        restart();
        const pending = await readInstallToFinish(storage);
        const begun = pending === null ? [] : await begin(pending);
        if (pending !== null && begun.length > 0) await follow(pending, begun);
      });
    } catch {
      // Without it the install goes on as long as a page is open.
      isRefused = true;
    } finally {
      isHandingOver = false;
    }
  }

  /** The installer of this tab lets go of its job, and waits behind whoever has the lock. */
  function restart(): void {
    const { host } = inner.getState();
    unsubscribe();
    inner.close();
    inner = createInstaller();
    unsubscribe = inner.subscribe(onInnerChange);
    void inner.start();
    if (host.kind !== 'unknown') void inner.checkHost();
  }

  /** @returns the transfers that the browser took; what it did not take is fetched afterwards. */
  async function begin(pending: InstallToFinish): Promise<BackgroundTransfer[]> {
    const begun: BackgroundTransfer[] = [];
    const doneBytes = pending.totalBytes - pending.missingBytes;
    for (const { id, files, bytes } of planTransfers(
      pending.snapshot,
      pending.missing,
      doneBytes,
    )) {
      const urls = files.map(({ hash }) => options.blockUrl(hash));
      try {
        begun.push(await transfers.fetch(id, urls, { title: options.title, downloadTotal: bytes }));
      } catch {
        isRefused = begun.length === 0;
        break;
      }
    }
    if (begun.length > 0) options.channel.postMessage({ kind: 'begun' });
    return begun;
  }

  /** Until the browser has ended. Whoever may holds the lock meanwhile. */
  async function follow(
    pending: InstallToFinish,
    begun: readonly BackgroundTransfer[],
  ): Promise<void> {
    const watch = watchTransfers({
      transfers: begun,
      onProgress: () => handedOver !== null && publish(),
      whenStored,
      wait: options.wait,
    });
    handedOver = { pending, watch };
    publish();
    if ((await watch.end) === 'cancelled') await inner.pause();
    handedOver = null;
    publish();
  }

  /** Transfers that an earlier visit, or another tab, has begun. */
  async function findTransfers(): Promise<BackgroundTransfer[]> {
    const ids = (await transfers.getIds()).filter((id) => snapshotOfTransfer(id) !== null);
    const found = await Promise.all(ids.map((id) => transfers.get(id)));
    return found.filter((transfer) => transfer !== undefined);
  }

  /** Resolves when this tab follows what the browser does for us, if it does anything. */
  async function attach(): Promise<void> {
    if (handedOver !== null || isHandingOver) return;
    const found = await findTransfers().catch(() => []);
    if (found.length === 0) return;
    const pending = await readInstallToFinish(storage);
    const snapshots = new Set(found.map(({ id }) => snapshotOfTransfer(id)));
    if (pending === null || !snapshots.has(pending.snapshot)) {
      // Left over from an install that was cancelled or overtaken.
      await Promise.all(found.map((transfer) => transfer.abort()));
      return;
    }
    await new Promise<void>((resolve) => {
      void locks.request(INSTALL_LOCK, { ifAvailable: true }, () => {
        resolve();
        return follow(pending, found);
      });
    });
  }

  async function stopTransfers(): Promise<void> {
    const stopping = handedOver;
    if (stopping !== null) await stopping.watch.abort();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await attach();
      await inner.start();
    },
    checkHost: () => inner.checkHost(),
    install: (packs) => inner.install(packs),
    update: () => inner.update(),
    async pause() {
      await inner.pause();
      await stopTransfers();
    },
    resume: () => inner.resume(),
    async cancel() {
      await inner.cancel();
      await stopTransfers();
    },
    rollBack: () => inner.rollBack(),
    removePrevious: () => inner.removePrevious(),
    async remove(packs) {
      await stopTransfers();
      await inner.remove(packs);
    },
    reportDamage: () => inner.reportDamage(),
    openFile: (file, listener) => inner.openFile(file, listener),
    close() {
      stopListening();
      options.channel.removeEventListener('message', hear);
      unsubscribe();
      inner.close();
    },
  };
}

function jobOf({ pending, watch }: HandedOver): InstallJob {
  const { total, downloaded } = watch.bytes();
  const { totalBytes, missingBytes, packs } = pending;
  // What the browser did not take, of what was missing when this tab looked, is fetched afterwards.
  const here = totalBytes - Math.max(missingBytes, total);
  const doneBytes = Math.min(totalBytes, here + downloaded);
  return {
    kind: 'background',
    packs: pending.installs,
    progress: { doneBytes, totalBytes, packs },
  };
}
