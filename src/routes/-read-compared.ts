import type { Archive } from '../archive/archive.ts';
import { isOfBoards, parseBoardPair } from '../components/compare/boards-view.ts';
import type { Compared } from '../components/compare/compare-page.tsx';
import type { CompareSearch } from '../components/compare/compare-search.ts';
import { resolveModelsView } from '../components/compare/resolve-models-view.ts';
import { modelKey } from '../format/model-key.ts';

/** What an address asks to compare. */
export function readCompared(archive: Archive, search: CompareSearch): Promise<Compared> {
  return isOfBoards(search) ? readBoards(archive, search) : readModels(archive, search);
}

/** The models of an address, and the boards that hold two of them or more. */
async function readModels(archive: Archive, search: CompareSearch): Promise<Compared> {
  const { models } = resolveModelsView(search).view;
  const records = await Promise.all(models.map(({ name }) => archive.model(modelKey(name))));
  const counts = new Map<string, number>();
  for (const slug of records.flatMap((record) => record?.boards ?? []))
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const shared = [...counts].flatMap(([slug, count]) => (count > 1 ? [slug] : []));
  const boards = await Promise.all(shared.map(archive.board));
  return { kind: 'models', records, boards: boards.filter((board) => board !== null) };
}

async function readBoards(archive: Archive, search: CompareSearch): Promise<Compared> {
  const { boards } = parseBoardPair(search);
  return { kind: 'boards', boards: await Promise.all(boards.map(archive.board)) };
}
