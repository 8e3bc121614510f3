import { afterEach, expect, test } from 'vitest';
import { openStorage } from '../../../src/db/open-storage.ts';
import { HashMismatchError } from '../../../src/format/errors.ts';
import { MirrorsFailedError } from '../../../src/host/errors.ts';
import { createWorkerFetcher } from '../../../src/sync/fetch-in-worker.ts';
import type { NeededFile } from '../../../src/sync/plan-install.ts';
import type { Waiting } from '../../../src/sync/retry-gate.ts';
import { papersSnapshot } from '../../support/browser/install-lab.ts';
import { labArchive } from '../../support/browser/lab-archive.ts';

/** The worker of the app, which stores into the app's own database. */
const createWorker = () =>
  new Worker(new URL('../../../src/app/install-worker.ts', import.meta.url), { type: 'module' });

const snapshot = await papersSnapshot();
const files = snapshot.blocks.papers.map(({ hash, bytes }): NeededFile => ({
  hash,
  bytes,
  pack: 'papers',
}));
const quiet = { onStored: () => undefined, onWaiting: () => undefined };

afterEach(async () => {
  const storage = await openStorage();
  await storage.blocks.deleteAll([...(await storage.blocks.readHashes())]);
  storage.close();
});

async function storedHashes() {
  const storage = await openStorage();
  const hashes = await storage.blocks.readHashes();
  storage.close();
  return hashes;
}

test('a worker fetches, verifies, stores and tells', async () => {
  const lab = await labArchive({ files: snapshot.files });
  const told: NeededFile[] = [];
  await createWorkerFetcher(createWorker, [lab.url])(
    files,
    { ...quiet, onStored: (stored) => told.push(...stored) },
    new AbortController().signal,
  );
  expect(new Set(told.map(({ hash }) => hash))).toEqual(new Set(files.map(({ hash }) => hash)));
  expect(await storedHashes()).toEqual(new Set(files.map(({ hash }) => hash)));
});

test('what went wrong in the worker arrives with its class', async () => {
  const { hash } = files[3]!;
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: hash, kind: 'flip-byte' }],
  });
  const { signal } = new AbortController();
  const alone = createWorkerFetcher(createWorker, [lab.url])(files, quiet, signal);
  await expect(alone).rejects.toBeInstanceOf(HashMismatchError);
  const mirrored = createWorkerFetcher(createWorker, [lab.url, lab.url])(files, quiet, signal);
  await expect(mirrored).rejects.toBeInstanceOf(MirrorsFailedError);
  expect((await storedHashes()).has(hash)).toBe(false);
});

test('a wait is told, and stopping ends it with the reason; what is stored stays', async () => {
  const lab = await labArchive({
    files: snapshot.files,
    faults: [{ path: 'blocks/', skip: 8, kind: 'status', status: 503, retryAfter: '60' }],
  });
  const stop = new AbortController();
  const waits: (Waiting | null)[] = [];
  const fetching = createWorkerFetcher(createWorker, [lab.url])(
    files,
    {
      ...quiet,
      onWaiting(waiting) {
        waits.push(waiting);
        stop.abort(new Error('enough'));
      },
    },
    stop.signal,
  );
  await expect(fetching).rejects.toThrow('enough');
  expect(waits[0]).toMatchObject({ reason: 'busy' });
  expect((await storedHashes()).size).toBeGreaterThan(0);
});

test('a worker that cannot run is a failure that says so', async () => {
  const broken = () => {
    const url = URL.createObjectURL(new Blob(['throw new Error("broken")']));
    return new Worker(url);
  };
  const fetching = createWorkerFetcher(broken, [])(files, quiet, new AbortController().signal);
  await expect(fetching).rejects.toThrow('could not run');
});
