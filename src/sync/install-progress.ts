import type { InstallProgress } from './installer-state.ts';
import type { InstallPlan, NeededFile } from './plan-install.ts';

/** Progress at the beginning of a plan. */
export function progressOf({ packs }: InstallPlan): InstallProgress {
  const sum = (of: 'doneBytes' | 'totalBytes') =>
    packs.reduce((total, pack) => total + pack[of], 0);
  return { doneBytes: sum('doneBytes'), totalBytes: sum('totalBytes'), packs };
}

/** Progress after these files have been stored. */
export function addFiles(progress: InstallProgress, files: readonly NeededFile[]): InstallProgress {
  const packs = progress.packs.map((pack) => ({
    ...pack,
    doneBytes: files.reduce(
      (sum, file) => (file.pack === pack.pack ? sum + file.bytes : sum),
      pack.doneBytes,
    ),
  }));
  return { ...progress, packs, doneBytes: packs.reduce((sum, pack) => sum + pack.doneBytes, 0) };
}
