import type { Answer } from '../../../../scripts/static-server.mjs';
import type { Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';
import { fileOnHost } from '../../../../src/format/hosted-file.ts';
import { blockPath } from '../../../../src/format/version.ts';
import { pickFiles } from './snapshot-files.ts';

/**
 * Flips a byte in one block of every section and in every index. Each has to stop the install, named by
 * its hash, until the host has a good copy.
 */
export async function tryFlips(
  lab: Lab,
  snapshot: string,
  expected: string | null,
): Promise<Metrics> {
  const picked = await pickFiles(snapshot);
  const count = picked.length;
  /** Places of bad bytes in files of the host, by the hash of what they damage. */
  const flipped = new Map(
    picked.map((file) => [
      file.hash as string,
      {
        path: blockPath(fileOnHost(file).hash),
        at: (file.place?.offset ?? 0) + (file.bytes >> 1),
      },
    ]),
  );
  lab.intercept((path) => {
    const places = [...flipped.values()].filter((flip) => path.endsWith(flip.path));
    return places.length === 0 ? null : flipAt(places.map(({ at }) => at));
  });
  const context = await lab.browser('flips');
  const page = await openOfflinePage(lab, context);
  await page.getByRole('button', { name: /^Install everything/ }).click();
  const problem = page.locator('.job-panel[data-tone="problem"]');
  const done = page.getByRole('button', { name: 'Remove everything' });
  let refused = 0;
  for (;;) {
    await problem.or(done).first().waitFor({ timeout: 600_000 });
    if (await done.isVisible()) break;
    const named = /[0-9a-f]{32}/.exec(await problem.innerText())?.[0] ?? '';
    if (!flipped.delete(named)) break;
    refused += 1;
    await page.getByRole('button', { name: 'Go on' }).click();
    await problem.waitFor({ state: 'detached' });
  }
  lab.intercept(null);
  const state = flipped.size === 0 ? await readEndState(lab, context) : null;
  await context.close();
  return {
    flips: count,
    flips_refused: refused,
    flips_end_state_same: Number(state !== null && state === expected),
  };
}

function flipAt(places: readonly number[]): Answer {
  return {
    // Past the caches, too, it is damaged.
    headers: { 'cache-control': 'no-store' },
    mangle: (body) => {
      const damaged = Uint8Array.from(body);
      for (const at of places) damaged[at] = (damaged[at] ?? 0) ^ 1;
      return damaged;
    },
  };
}
