import type { Archive } from '../archive/archive.ts';
import { readNames as readNameSection } from '../archive/later-records.ts';
import { NAME_KINDS, type Name, type NameKind } from '../format/records/name.ts';
import { namesOfLists } from '../format/records/names-of-lists.ts';
import {
  createNameIndex,
  type FoundName,
  type NamedRecord,
  type NameIndex,
} from '../search/names/name-index.ts';
import type { NameSuggestion, SuggestionRequest } from './suggestion.ts';

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
  const names = (await readNameSection(archive)) ?? (await listNames(archive));
  const index = (wanted: NameKind) =>
    createNameIndex(names.filter(({ kind }) => kind === wanted).map(toRecord));
  return {
    board: index('board'),
    task: index('task'),
    dataset: index('dataset'),
    method: index('method'),
  };
}

function toRecord({ slug, name, fullName, size }: Name): NamedRecord {
  return { slug, name, size, ...(fullName !== undefined && { otherNames: [fullName] }) };
}

/** What older snapshots have names in. */
async function listNames(archive: Archive): Promise<Name[]> {
  const [boards, tasks, datasets, methods] = await Promise.all([
    archive.listBoards(),
    archive.listTasks(),
    archive.listDatasets(),
    archive.listMethods(),
  ]);
  return namesOfLists({ boards, tasks, datasets, methods });
}
