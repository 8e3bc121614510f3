import type { Metrics } from '../../bench.ts';
import type { Lab } from '../lab.ts';
import { tryFlips } from './flips.ts';
import { tryMirrors, tryRefusals } from './hostile-hosts.ts';
import { tryKills } from './kills.ts';
import { tryTwoTabs } from './two-tabs.ts';

/**
 * Everything that goes wrong at a conference, once, at full size. Counts, and 1 for what came out right.
 * @param expected what a device holds after an install that nothing disturbed.
 */
export async function runTrials(
  lab: Lab,
  snapshot: { readonly folder: string; readonly bytes: number },
  expected: string | null,
  log: (line: string) => void,
): Promise<Metrics> {
  const { folder, bytes } = snapshot;
  const trials: Record<string, () => Promise<Metrics>> = {
    kills: () => tryKills(lab, bytes, expected),
    flips: () => tryFlips(lab, folder, expected),
    'two tabs': () => tryTwoTabs(lab, expected),
    mirrors: () => tryMirrors(folder, expected),
    refusals: () => tryRefusals(folder),
  };
  const metrics: Metrics = {};
  for (const [name, trial] of Object.entries(trials)) {
    log(`trying ${name} ...`);
    Object.assign(metrics, await trial());
  }
  return metrics;
}
