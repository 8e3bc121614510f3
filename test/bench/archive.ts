import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MissingInputError, rounded, type Bench } from './bench.ts';
import { JULY_2025, planArchiveSize } from './archive/archive-size.ts';
import { SEED, generateArchive } from './archive/generated-archive.ts';

export const archive: Bench = {
  name: 'archive',
  description: 'makes dumps of an archive of --papers N (July 2025: 576261) in the folder --to DIR',
  async run({ papers, to, log }) {
    if (to === null) throw new MissingInputError('--to DIR is missing: where the dumps shall go.');
    const size = planArchiveSize(papers ?? JULY_2025.papers);
    const folder = resolve(to);
    const started = performance.now();
    await generateArchive(folder, size, log);
    const megabytes = readdirSync(folder).map((name) => [
      `${name.replace(/\..*$/, '').replaceAll('-', '_')}_mb`,
      rounded(statSync(join(folder, name)).size / 1e6),
    ]);
    return {
      metrics: {
        wall_s: rounded((performance.now() - started) / 1000),
        ...(Object.fromEntries(megabytes) as Record<string, number>),
      },
      context: { size, seed: SEED, folder },
    };
  },
};
