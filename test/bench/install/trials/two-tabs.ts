import type { Metrics } from '../../bench.ts';
import { readEndState } from '../end-state.ts';
import type { Lab } from '../lab.ts';
import { openOfflinePage } from '../offline-page.ts';

/** Two tabs: one installs, the other shows it and goes on when the first is closed. */
export async function tryTwoTabs(lab: Lab, expected: string | null): Promise<Metrics> {
  const context = await lab.browser('tabs');
  const first = await openOfflinePage(lab, context);
  const second = await openOfflinePage(lab, context);
  // Not one answer before the second tab has shown that it waits for the first.
  lab.intercept((path) => (path.includes('/blocks/') ? { delayMs: 20_000 } : null));
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
