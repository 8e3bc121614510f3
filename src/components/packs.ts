import { PACK_NAMES, type PackName } from '../format/manifest.ts';

const PACKS: Record<PackName, { title: string; holds: string }> = {
  boards: {
    title: 'Boards',
    holds: 'Areas, tasks, every leaderboard, datasets and methods',
  },
  papers: {
    title: 'Papers',
    holds: 'Titles, authors, venues, code and results of every paper; search in titles and authors',
  },
  abstracts: {
    title: 'Abstracts',
    holds: 'The abstract of every paper; search in every word',
  },
};

/** Name of a pack as people read it. */
export function packTitle(pack: PackName): string {
  return PACKS[pack].title;
}

/** One line on what a pack holds. */
export function packContents(pack: PackName): string {
  return PACKS[pack].holds;
}

/** "Boards", "Boards and Papers", "Boards, Papers and Abstracts"; "the whole archive" for all. */
export function packList(packs: readonly PackName[]): string {
  const titles = PACK_NAMES.filter((pack) => packs.includes(pack)).map(packTitle);
  if (titles.length === PACK_NAMES.length) return 'the whole archive';
  const last = titles.at(-1) ?? 'nothing';
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`;
}
