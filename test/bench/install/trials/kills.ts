import type { BrowserContext, Page } from '@playwright/test';
import { rounded, type Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';
import { Random } from '../../archive/random.ts';

const KILLS = 50;
/** Lives that an install takes at least: what the host sends in one is bounded. */
const LIVES = KILLS + 5;

/**
 * Crashes the installing tab at random moments, each time opening the page anew, and compares what the
 * device holds in the end with an install that nobody disturbed. The host falls silent in every life after
 * its share of the snapshot, in the middle of a file, so that there is something to kill at any size.
 * @param bytes of the snapshot.
 */
export async function tryKills(lab: Lab, bytes: number, expected: string | null): Promise<Metrics> {
  const random = new Random('kills');
  const context = await lab.browser('kills');
  const share = bytes / LIVES;
  let left = share;
  const isBlock = (path: string) => path.includes('/blocks/');
  const send = (body: Uint8Array) => {
    const sent = Math.min(left, body.byteLength);
    left -= sent;
    return sent;
  };
  lab.intercept((path) => (isBlock(path) ? { stall: send } : null));
  lab.server.resetCounters();

  let page = await openOfflinePage(lab, context);
  await page.getByRole('button', { name: /^Install everything/ }).click();
  let kills = 0;
  while (kills < KILLS) {
    await page.getByText(/^\d+ %, .* of /).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(random.unit() * 600);
    await crash(context, page);
    kills += 1;
    left = share;
    page = await context.newPage();
    await page.goto(`${lab.url}offline`);
  }
  lab.intercept(null);
  // What the host holds back would be waited for until it counts as silence.
  await crash(context, page);
  page = await context.newPage();
  await page.goto(`${lab.url}offline`);
  await page.getByRole('button', { name: 'Remove everything' }).waitFor({ timeout: 600_000 });
  const sent = lab.server.requests
    .filter(({ path }) => isBlock(path))
    .reduce((sum, request) => sum + request.bytes, 0);
  const state = await readEndState(lab, context);
  await context.close();
  return {
    kills,
    kills_end_state_same: Number(state !== null && state === expected),
    // What was on its way, or not yet stored, at a kill.
    kills_sent_again_share: rounded(Math.max(0, sent - bytes) / bytes),
  };
}

/** The tab's process ends at once, without any event. */
async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  await Promise.race([session.send('Page.crash'), crashed]).catch(() => undefined);
  await crashed;
  await page.close();
}
