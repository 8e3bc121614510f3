import type { HostedFile } from '../format/hosted-file.ts';

/**
 * Shares files out to requests: those that lie next to each other in one volume are one run, all others
 * are runs of their own. The order stays.
 */
export function planRuns<T extends HostedFile>(files: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const file of files) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && follows(last, file)) run?.push(file);
    else runs.push([file]);
  }
  return runs;
}

function follows(before: HostedFile, { place }: HostedFile): boolean {
  if (before.place === undefined || place === undefined) return false;
  const { volume, offset } = before.place;
  return volume.hash === place.volume.hash && offset + before.bytes === place.offset;
}
