import { existsSync, renameSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { ensureSnapshot, ROOT } from '../../../scripts/project.mjs';
import { ensureGeneratedArchive } from '../archive/generated-archive.ts';
import { writeEditedDumps } from './edited-dumps.ts';

const EDITS = { boardsPerEdit: 100, newPapers: 1000 };

/** Of the snapshot of a generated archive, among those under .cache. */
export function generatedSnapshotName(papers: number): string {
  return `generated-${papers}`;
}

/**
 * Snapshots of a generated archive and of a later edition of it, where one board in a hundred was edited
 * and 1,000 papers came. Kept under .cache.
 */
export async function ensureGeneratedSnapshots(
  papers: number,
  log: (line: string) => void,
): Promise<{ readonly first: string; readonly later: string }> {
  const dumps = await ensureGeneratedArchive(papers, log);
  const edited = `${dumps}-later`;
  if (!existsSync(edited)) {
    log('editing its dumps ...');
    const building = `${edited}.building`;
    rmSync(building, { recursive: true, force: true });
    const boards = await writeEditedDumps(dumps, building, EDITS);
    renameSync(building, edited);
    log(`edited ${boards} boards, added ${EDITS.newPapers} papers`);
  }
  const snapshot = (name: string, folder: string) =>
    ensureSnapshot(name, relative(ROOT, folder) || '.');
  return {
    first: await snapshot(generatedSnapshotName(papers), dumps),
    later: await snapshot(`${generatedSnapshotName(papers)}-later`, edited),
  };
}
