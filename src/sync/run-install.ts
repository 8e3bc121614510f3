import { StorageLostError } from '../db/errors.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import { PACK_NAMES, type PackName } from '../format/manifest.ts';
import { verifiedIssued, type AcceptedManifest } from '../format/trust/accept-manifest.ts';
import type { FetchBlocks, FetchListener } from './fetch-blocks.ts';
import { addFiles, progressOf } from './install-progress.ts';
import type { InstallProgress, WorkingJob } from './installer-state.ts';
import { planInstall, type NeededFile } from './plan-install.ts';
import { createRateMeter } from './rate-meter.ts';
import { filesOfManifest, readNeededFiles } from './read-index.ts';

/**
 * Tries packs of a snapshot out, from the device alone, before pages read it. A seam: how pages read is
 * no business of installing.
 * @throws SelfTestError
 */
export type TestSnapshot = (
  accepted: AcceptedManifest,
  packs: readonly PackName[],
) => Promise<void>;

export interface RunInstallOptions {
  readonly accepted: AcceptedManifest;
  /** All packs the device is to hold afterwards. */
  readonly packs: readonly PackName[];
  readonly storage: DeviceStorage;
  readonly fetchBlocks: FetchBlocks;
  readonly testSnapshot: TestSnapshot;
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly now: () => number;
  readonly onJob: (job: WorkingJob) => void;
}

/** How often what disappears while it is being installed is fetched again. */
const MAX_ROUNDS = 3;

/**
 * Brings packs of a snapshot to the device: plan, fetch and verify, try out, make active in one
 * transaction. Packs come one after the other, and each becomes usable as soon as it is whole, unless
 * that would take away what the device had. Until then pages read what they read before. Called again
 * after any end, it goes on with what is missing.
 *
 * @throws the signal's reason; what `fetchBlocks` and `testSnapshot` throw; StorageLostError.
 */
export async function runInstall(options: RunInstallOptions): Promise<void> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    if (await runRound(options)) return;
  }
  throw new StorageLostError();
}

/** @returns false when something that was stored is gone again. */
async function runRound(options: RunInstallOptions): Promise<boolean> {
  const { accepted, storage, signal, onJob } = options;
  const { manifest } = accepted;
  const packs = PACK_NAMES.filter((pack) => options.packs.includes(pack));
  onJob({ kind: 'preparing', packs });
  await rememberInstall(options);

  const named = filesOfManifest(manifest, packs);
  await fetchAll(planInstall(named, await storage.blocks.readHashes()).missing, null);
  const needed = await readNeededFiles(manifest, packs, storage.blocks);
  if (!needed.isKnown) return false;
  const plan = planInstall(needed.files, await storage.blocks.readHashes());
  let progress = progressOf(plan);
  const meter = createRateMeter(options.now);

  function tell(): void {
    const { doneBytes, totalBytes } = progress;
    const rate = meter.measure(doneBytes);
    const secondsLeft = rate === null || rate <= 0 ? null : (totalBytes - doneBytes) / rate;
    onJob({ kind: 'running', packs, progress, bytesPerSecond: rate, secondsLeft });
  }

  async function fetchAll(
    files: readonly NeededFile[],
    progressNow: (() => InstallProgress) | null,
  ): Promise<void> {
    if (files.length === 0) return;
    const listener: FetchListener = {
      onStored(stored) {
        if (progressNow === null) return;
        progress = addFiles(progress, stored);
        tell();
      },
      onWaiting(waiting) {
        if (waiting !== null) {
          onJob({ kind: 'waiting', packs, progress: progressNow?.() ?? null, ...waiting });
        } else if (progressNow === null) {
          onJob({ kind: 'preparing', packs });
        } else {
          meter.reset();
          tell();
        }
      },
    };
    await options.fetchBlocks(files, listener, signal);
  }

  tell();
  const whole: PackName[] = [];
  for (const pack of packs) {
    const missing = plan.missing.filter((file) => file.pack === pack);
    await fetchAll(missing, () => progress);
    signal.throwIfAborted();
    whole.push(pack);
    if (whole.length < packs.length && !(await mayActivate(storage, whole))) continue;
    const files = needed.files.filter((file) => whole.includes(file.pack));
    if (!(await tryAndActivate(options, whole, files))) return false;
  }
  return true;
}

/** The database may have been deleted under us, and with it what was to be installed. */
async function rememberInstall({ accepted, packs, storage }: RunInstallOptions): Promise<void> {
  const { id, bytes } = accepted;
  if ((await storage.device.readSnapshot(id)) !== null) return;
  await storage.device.begin({ id, bytes, issued: verifiedIssued(accepted) }, packs);
}

/** Whether the device would still have every pack that it has now. */
async function mayActivate(storage: DeviceStorage, whole: readonly PackName[]): Promise<boolean> {
  const { active } = await storage.device.read();
  return active === null || active.packs.every((pack) => whole.includes(pack));
}

/** @returns false when a file is not there, also when the test has found it damaged and thrown it away. */
async function tryAndActivate(
  { accepted, storage, testSnapshot, signal, onJob }: RunInstallOptions,
  packs: readonly PackName[],
  files: readonly NeededFile[],
): Promise<boolean> {
  onJob({ kind: 'testing', packs });
  const isWhole = async () =>
    planInstall(files, await storage.blocks.readHashes()).missing.length === 0;
  if (!(await isWhole())) return false;
  try {
    await testSnapshot(accepted, packs);
  } catch (error) {
    if (!(await isWhole())) return false;
    throw error;
  }
  signal.throwIfAborted();
  if ((await storage.device.readSnapshot(accepted.id)) === null) return false;
  await storage.device.activate(accepted.id, packs);
  return true;
}
