import type { PackName } from '../format/manifest.ts';

const PACKS: Record<PackName, { title: string; holds: string }> = {
  boards: {
    title: 'Boards',
    holds: 'Areas, tasks, every leaderboard, datasets and methods',
  },
  papers: {
    title: 'Papers',
    holds: 'Titles, authors, dates, venues, code links and results of every paper',
  },
  abstracts: {
    title: 'Abstracts',
    holds: 'The abstracts of all papers',
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
