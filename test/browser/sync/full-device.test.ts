/** In a browser of its own (vitest.config.ts): the limit is that of an origin that holds nothing else. */
import { expect, onTestFinished, test } from 'vitest';
import { cdp } from 'vitest/browser';
import Dexie from 'dexie';
import { StorageFullError } from '../../../src/db/errors.ts';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import {
  blockRequests,
  labWith,
  newDevice,
  SLUGS,
  tabOf,
} from '../../support/browser/install-lab.ts';
import { makeSnapshot } from '../../support/make-snapshot.ts';

/** Blocks of a size that a quota can tell apart. */
function largeSnapshot() {
  // The browser packs what repeats itself, and counts values of more than 64 kB late. All is several times
  // the room that the test leaves: what earlier tests have deleted may make more of it meanwhile.
  const noise = crypto.getRandomValues(new Uint8Array(64_000));
  const text = Array.from(noise, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return makeSnapshot({
    recordsPerBlock: 1,
    records: {
      overview: [{ areas: [], notable: [], latest: [] }],
      papers: SLUGS.map((slug) => ({ slug, title: slug, authors: [] })),
      'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
      abstracts: SLUGS.map((slug, n) => `${slug} ${text.slice(n)}`),
    },
  });
}

/** What this browser's developer tools can do, as far as it is used here. */
interface Tools {
  send(method: 'Storage.overrideQuotaForOrigin', params: object): Promise<unknown>;
}

/**
 * Lets this origin store so many bytes more than it does now; everything again when the test ends.
 * @returns whether the limit holds: after many other tests the browser may not know what is stored.
 */
async function limitStorage(moreBytes: number | null): Promise<boolean> {
  const tools = cdp() as unknown as Tools;
  const { origin } = location;
  if (moreBytes === null) {
    await tools.send('Storage.overrideQuotaForOrigin', { origin });
    return true;
  }
  // The browser counts late what was stored and deleted, and remembers for some seconds how much room
  // there was: the limit is set anew until it holds.
  const isLimited = async () => {
    const { usage = 0 } = await navigator.storage.estimate();
    const quotaSize = usage + moreBytes;
    await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    return (await canStore(moreBytes / 4)) && !(await canStore(moreBytes * 2));
  };
  for (let tries = 0; tries < 40; tries++) {
    if (await isLimited()) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

/** Whether so much could be stored at once. It is not. */
async function canStore(bytes: number): Promise<boolean> {
  const probe = new Dexie('probe');
  probe.version(1).stores({ pieces: '++' });
  const pieces = Array.from({ length: Math.ceil(bytes / 50_000) }, () =>
    crypto.getRandomValues(new Uint8Array(50_000)),
  );
  try {
    await probe.table('pieces').bulkAdd(pieces);
    return true;
  } catch {
    return false;
  } finally {
    await probe.delete();
  }
}

test('a full device stops the install cleanly, says what is missing, and goes on when there is room', async ({
  skip,
}) => {
  const snapshot = await largeSnapshot();
  const lab = await labWith(snapshot);
  const device = newDevice();
  const { storage, installer, close } = await tabOf(lab, device);
  onTestFinished(async () => {
    await limitStorage(null);
  });
  if (!(await limitStorage(1_200_000)))
    skip('the browser does not hold the limit set by its tools');
  await installer.install(['boards']);
  await installer.install(['papers', 'abstracts']);

  const { job, device: contents } = installer.getState();
  expect(job).toMatchObject({ kind: 'failed', packs: PACK_NAMES });
  if (job.kind !== 'failed' || job.progress === null) throw new Error('it was to fail midway');
  expect(job.error).toBeInstanceOf(StorageFullError);
  expect(job.progress.doneBytes).toBeLessThan(job.progress.totalBytes);
  // What is whole is kept and counted, and usable.
  const kept = await storage.blocks.readHashes();
  const sizes = Object.entries(snapshot.files)
    .filter(([path]) => [...kept].some((hash) => path.includes(hash)))
    .map(([, bytes]) => bytes.byteLength);
  expect(job.progress.doneBytes).toBe(sizes.reduce((sum, bytes) => sum + bytes, 0));
  expect(contents.packs).toContain('boards');
  expect(kept.size).toBeGreaterThan(0);
  close();

  // The next visit says so too. On a device that is full to the brim not even the reason could be noted:
  // then it has tried once more.
  const next = await tabOf(lab, device);
  await next.installer.start();
  const { job: later } = await next.until(
    ({ job: { kind } }) => kind === 'paused' || kind === 'failed',
  );
  if (later.kind === 'paused') expect(later.because).toBe('storage-full');
  else expect(later).toMatchObject({ error: { name: 'StorageFullError' } });
  await limitStorage(null);
  const before = (await blockRequests(lab)).length;
  await next.installer.resume();
  expect(next.installer.getState().device.packs).toEqual(PACK_NAMES);
  const again = (await blockRequests(lab)).slice(before);
  expect(again.filter((path) => [...kept].some((hash) => path.includes(hash)))).toEqual([]);
}, 90_000);
