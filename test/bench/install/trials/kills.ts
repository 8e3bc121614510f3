import { BLOCKS_IN_FLIGHT } from '../../../../src/sync/fetch-blocks.ts';
import type { BrowserContext, Page } from '@playwright/test';
import type { Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';
import { Random } from '../../archive/random.ts';

const KILLS = 50;
/** Time that an install would take if nobody killed it: long enough for all kills. */
const INSTALL_MS = 60_000;

/**
 * Crashes the installing tab at random moments, each time opening the page anew, and compares what the
 * device holds in the end with an install that nobody disturbed.
 */
export async function tryKills(
  lab: Lab,
  blocks: number,
  expected: string | null,
): Promise<Metrics> {
  const random = new Random('kills');
  const context = await lab.browser('kills');
  const delayMs = (INSTALL_MS * BLOCKS_IN_FLIGHT) / blocks;
  const isBlock = (path: string) => path.includes('/blocks/');
  lab.intercept((path) => (isBlock(path) ? { delayMs } : null));
  lab.server.resetCounters();

  let page = await openOfflinePage(lab, context);
  await page.getByRole('button', { name: /^Install everything/ }).click();
  let kills = 0;
  while (kills < KILLS) {
    await page.getByText(/^\d+ %, .* of /).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(random.unit() * 600);
    await crash(context, page);
    kills += 1;
    page = await context.newPage();
    await page.goto(`${lab.url}offline`);
    if (await isDone(page, 1500)) break;
  }
  lab.intercept(null);
  await page.getByRole('button', { name: 'Remove everything' }).waitFor({ timeout: 600_000 });
  const sent = lab.server.requests.filter(({ path, status }) => isBlock(path) && status === 200);
  const state = await readEndState(lab, context);
  await context.close();
  return {
    kills,
    kills_end_state_same: Number(state !== null && state === expected),
    // At most what was on its way, or not yet stored, at a kill.
    kills_blocks_sent_again: sent.length - new Set(sent.map(({ path }) => path)).size,
  };
}

async function isDone(page: Page, ms: number): Promise<boolean> {
  return page
    .getByRole('button', { name: 'Remove everything' })
    .waitFor({ timeout: ms })
    .then(
      () => true,
      () => false,
    );
}

/** The tab's process ends at once, without any event. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  await Promise.race([session.send('Page.crash'), crashed]).catch(() => undefined);
  await crashed;
  await page.close();
}
