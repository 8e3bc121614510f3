import { withoutAdvertisements } from '../format/records/advertisement.ts';
import type { Archive } from '../archive/archive.ts';
import {
  createNameIndex,
  type FoundName,
  type NamedRecord,
  type NameIndex,
} from '../search/names/name-index.ts';
import {
  NAME_KINDS,
  type NameKind,
  type NameSuggestion,
  type SuggestionRequest,
} from './suggestion.ts';

/** Suggests boards, tasks, datasets and methods by name. */
export interface NameSuggester {
  /** Reads the lists of names, once. */
  prepare(): Promise<unknown>;
  suggest(request: SuggestionRequest): Promise<NameSuggestion[]>;
}

/** @param openArchive opens the snapshot anew: it is let go of, with all that it holds, once the names are read. */
export function createNameSuggester(openArchive: () => Archive): NameSuggester {
  let reading: Promise<Record<NameKind, NameIndex>> | null = null;

  function readNames(): Promise<Record<NameKind, NameIndex>> {
    reading ??= readIndexes(openArchive()).catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  }

  return {
    prepare: readNames,
    async suggest({ text, limit }) {
      const indexes = await readNames();
      const suggestBy = (find: (index: NameIndex) => FoundName[]): NameSuggestion[] =>
        NAME_KINDS.flatMap((kind) =>
          find(indexes[kind]).map(({ record: { slug, name, size }, fit }) => {
            return { kind, slug, name, fit, count: size };
          }),
        );
      const found = suggestBy((index) => index.find(text, limit));
      return found.length > 0 ? found : suggestBy((index) => index.findByLetters(text, limit));
    },
  };
}

async function readIndexes(archive: Archive): Promise<Record<NameKind, NameIndex>> {
  const [boards, tasks, datasets, methods] = await Promise.all([
    archive.listBoards(),
    archive.listTasks(),
    archive.listDatasets(),
    archive.listMethods(),
  ]);
  return {
    board: createNameIndex(
      boards.map(({ slug, task, dataset, rows }) => ({
        slug,
        name: `${task.name} on ${dataset}`,
        size: rows,
      })),
    ),
    task: createNameIndex(tasks.map(({ slug, name, papers }) => ({ slug, name, size: papers }))),
    dataset: createNameIndex(withoutAdvertisements(datasets).map(withFullName)),
    method: createNameIndex(withoutAdvertisements(methods).map(withFullName)),
  };
}

function withFullName({
  slug,
  name,
  fullName,
  papers,
}: {
  readonly slug: string;
  readonly name: string;
  readonly fullName?: string;
  readonly papers: number;
}): NamedRecord {
  const otherNames = fullName === undefined || fullName === name ? [] : [fullName];
  return { slug, name, size: papers, ...(otherNames.length > 0 && { otherNames }) };
}
