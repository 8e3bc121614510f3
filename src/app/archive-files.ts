import type { ArchiveFiles, FileJob } from '../components/offline/file-job.ts';
import type { DeviceStorage } from '../db/open-storage.ts';
import type { Installer } from '../sync/installer-state.ts';
import { planArchiveFile, saveArchive } from '../sync/save-archive.ts';
import { canStreamToDisk, openSaveTarget } from './save-target.ts';

/** Bytes between two reports: pages draw a few times a second, not at every block. */
const REPORT_BYTES = 2_000_000;

/** Saves installed packs to a file, and installs from one; one of both at a time in this tab. */
export function createArchiveFiles(storage: DeviceStorage, installer: Installer): ArchiveFiles {
  const listeners = new Set<() => void>();
  let job: FileJob = { kind: 'idle' };
  let stop: AbortController | null = null;

  function show(next: FileJob): void {
    job = next;
    for (const listener of listeners) listener();
  }

  async function run(
    what: 'save' | 'open',
    work: (signal: AbortSignal) => Promise<FileJob>,
  ): Promise<void> {
    stop?.abort();
    const mine = new AbortController();
    stop = mine;
    try {
      show(await work(mine.signal));
    } catch (error) {
      // Cancelled here, or in the browser's own dialogue: nothing to tell.
      const isCancelled = error instanceof DOMException && error.name === 'AbortError';
      show(
        isCancelled
          ? { kind: 'idle' }
          : {
              kind: 'failed',
              what,
              error: error instanceof Error ? error : new Error(String(error)),
            },
      );
    }
  }

  return {
    saving: canStreamToDisk() ? 'streamed' : 'gathered',
    getState: () => job,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save(packs) {
      return run('save', async (signal) => {
        const plan = await planArchiveFile(storage, packs);
        const target = await openSaveTarget(plan.fileName);
        try {
          const report = throttled((doneBytes) =>
            show({ kind: 'saving', doneBytes, totalBytes: plan.bytes }),
          );
          report(0);
          await saveArchive({
            storage,
            packs,
            signal,
            write: target.write,
            onProgress: ({ doneBytes }) => report(doneBytes),
          });
        } catch (error) {
          await target.discard();
          throw error;
        }
        await target.close();
        return { kind: 'saved', fileName: plan.fileName, bytes: plan.bytes };
      });
    },
    open(file) {
      return run('open', async (signal) => {
        const { name: fileName, size: totalBytes } = file;
        const report = throttled((doneBytes) =>
          show({ kind: 'opening', fileName, doneBytes, totalBytes }),
        );
        report(0);
        const packs = await installer.openFile(file, { signal, onProgress: report });
        return { kind: 'opened', fileName, packs };
      });
    },
    cancel() {
      stop?.abort(new DOMException('The person stopped it.', 'AbortError'));
    },
  };
}

function throttled(report: (doneBytes: number) => void): (doneBytes: number) => void {
  let reported = -Infinity;
  return (doneBytes) => {
    if (doneBytes - reported < REPORT_BYTES) return;
    reported = doneBytes;
    report(doneBytes);
  };
}
