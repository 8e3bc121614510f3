import { compareText } from '../compare-text.ts';
import { boardSlugOf, SlugTable } from '../slug-of.ts';
import type { RawBoard } from './raw-board.ts';

export interface SlugCollision {
  readonly slug: string;
  /** Task and dataset of each board, in the order in which they got `slug`, `slug-1` and so on. */
  readonly boards: readonly { readonly slug: string; readonly name: string }[];
}

/**
 * Gives every board its slug. Boards that would share one are ordered as docs/format.md says: names
 * without blanks at their ends first, then by task, then by dataset; the first keeps the plain slug.
 */
export function planBoardSlugs(boards: readonly RawBoard[]): {
  slugs: Map<RawBoard, string>;
  collisions: SlugCollision[];
} {
  const groups = new Map<string, RawBoard[]>();
  for (const board of boards) {
    const slug = boardSlugOf(board.taskName, board.dataset);
    const group = groups.get(slug);
    if (group === undefined) groups.set(slug, [board]);
    else group.push(board);
  }
  const slugs = new Map<RawBoard, string>();
  const collisions: SlugCollision[] = [];
  const table = new SlugTable();
  // Plain slugs first: `x-1` may be the plain slug of another board.
  for (const slug of groups.keys()) table.take(slug);
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [slug, group] of sorted) {
    const ordered = group.toSorted(compareClaims);
    for (const [place, board] of ordered.entries()) {
      slugs.set(board, place === 0 ? slug : table.takeNear(slug));
    }
    if (ordered.length === 1) continue;
    collisions.push({
      slug,
      boards: ordered.map((board) => ({
        slug: slugs.get(board) ?? '',
        name: `${board.taskName} on ${JSON.stringify(board.rawDataset)}`,
      })),
    });
  }
  return { slugs, collisions };
}

function compareClaims(a: RawBoard, b: RawBoard): number {
  return (
    Number(hasOuterBlanks(a)) - Number(hasOuterBlanks(b)) ||
    compareText(a.taskName, b.taskName) ||
    compareText(a.rawDataset, b.rawDataset) ||
    compareText(a.parents.join('\n'), b.parents.join('\n'))
  );
}

function hasOuterBlanks(board: RawBoard): boolean {
  return board.rawDataset.trim() !== board.rawDataset;
}
