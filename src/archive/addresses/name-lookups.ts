import { isKey } from '../../format/key.ts';
import type { Archive } from '../archive.ts';
import { readAliases, readAliasesNear } from '../later-records.ts';
import type { NameLookups } from './resolve-address.ts';

const NEIGHBOURS = 12;

/** Names as an archive knows them. */
export function createNameLookups(archive: Archive): NameLookups {
  return {
    aliases: (kind, name) => readAliases(archive, kind, name),
    aliasesNear: (kind, name) => readAliasesNear(archive, kind, name, NEIGHBOURS),
    async boardsOf({ kind, slug }) {
      const record = await (kind === 'task' ? archive.task(slug) : archive.dataset(slug));
      return record?.boards?.map((board) => board.slug) ?? [];
    },
    async papersNear(slug) {
      return isKey(slug) ? archive.paperSlugsNear(slug, NEIGHBOURS) : [];
    },
  };
}
