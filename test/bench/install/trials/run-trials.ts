import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
  snapshot: string,
  expected: string | null,
  log: (line: string) => void,
): Promise<Metrics> {
  const blocks = readdirSync(join(snapshot, 'blocks')).length;
  const trials: Record<string, () => Promise<Metrics>> = {
    kills: () => tryKills(lab, blocks, expected),
    flips: () => tryFlips(lab, snapshot, expected),
    'two tabs': () => tryTwoTabs(lab, blocks, expected),
    mirrors: () => tryMirrors(snapshot, expected),
    refusals: () => tryRefusals(snapshot),
  };
  const metrics: Metrics = {};
  for (const [name, trial] of Object.entries(trials)) {
    log(`trying ${name} ...`);
    Object.assign(metrics, await trial());
  }
  return metrics;
}
