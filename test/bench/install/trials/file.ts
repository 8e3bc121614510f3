import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { rounded, type Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import { sessionOf, watchHeap } from '../heap-watch.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';

/** Saves what one device holds to a file and opens it on another, with the host cut off. */
export async function tryFile(
  lab: Lab,
  from: BrowserContext,
  expected: string | null,
): Promise<Metrics> {
  const folder = await mkdtemp(join(tmpdir(), 'pwc2-archive-file-'));
  try {
    const page = await openOfflinePage(lab, from);
    // No one is here to answer the browser's dialogue; the other way goes over the same code.
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const started = performance.now();
    const downloading = page.waitForEvent('download', { timeout: 600_000 });
    await page.getByRole('button', { name: 'Save archive to a file' }).click();
    const download = await downloading;
    const file = join(folder, 'archive.pwc2.tar');
    await download.saveAs(file);
    const saveMs = performance.now() - started;
    await page.close();

    const other = await lab.browser('other-device');
    const target = await openOfflinePage(lab, other);
    await lab.stop();
    const heap = await watchHeap(await sessionOf(target));
    const opening = performance.now();
    await target.getByLabel('Archive file', { exact: true }).setInputFiles(file);
    await target.getByRole('button', { name: 'Remove everything' }).waitFor({ timeout: 600_000 });
    const openMs = performance.now() - opening;
    const heapBytes = await heap.stop();
    await lab.restart();
    const state = await readEndState(lab, other);
    await other.close();
    return {
      file_save_s: rounded(saveMs / 1000),
      file_open_s: rounded(openMs / 1000),
      file_open_heap_mb_peak: rounded(heapBytes / 1e6),
      file_end_state_same: Number(state !== null && state === expected),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
