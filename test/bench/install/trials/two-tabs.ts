import { BLOCKS_IN_FLIGHT } from '../../../../src/sync/fetch-blocks.ts';
import type { Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';

/** Two tabs: one installs, the other shows it and goes on when the first is closed. */
export async function tryTwoTabs(
  lab: Lab,
  blocks: number,
  expected: string | null,
): Promise<Metrics> {
  const context = await lab.browser('tabs');
  const first = await openOfflinePage(lab, context);
  const second = await openOfflinePage(lab, context);
  const delayMs = (20_000 * BLOCKS_IN_FLIGHT) / blocks;
  lab.intercept((path) => (path.includes('/blocks/') ? { delayMs } : null));
  await first.getByRole('button', { name: /^Install everything/ }).click();
  const isShown = await second
    .getByText('Another tab is at it')
    .waitFor({ timeout: 20_000 })
    .then(
      () => true,
      () => false,
    );
  await first.close();
  lab.intercept(null);
  await second.getByRole('button', { name: 'Remove everything' }).waitFor({ timeout: 600_000 });
  const state = await readEndState(lab, context);
  await context.close();
  return {
    tabs_shown: Number(isShown),
    tabs_end_state_same: Number(state !== null && state === expected),
  };
}
