import type { Metrics } from '../bench.ts';
import type { Lab } from './lab.ts';

export async function runTrials(
  _lab: Lab,
  _snapshots: { readonly first: string; readonly later: string },
  _log: (line: string) => void,
): Promise<Metrics> {
  return {};
}
