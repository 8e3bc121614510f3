import type { Row } from '../../format/records/board.ts';
import type { Direction } from '../../format/records/shared.ts';
import { dayOf, lastDayOf } from '../../leaderboard/day.ts';
import { SCALES, scaleOf } from '../../leaderboard/model-scale.ts';
import { rankByValue, type Ranks } from '../../leaderboard/ranks.ts';
import type { BoardData } from './board-data.ts';
import type { BoardView, RowsView } from './board-view.ts';
import { facetById } from './facets.ts';

/** A row as a view shows it. */
export interface ViewRow {
  /** Place in the archive's order. */
  readonly place: number;
  readonly row: Row;
  /** Over the whole board. */
  readonly rank: number | null;
  /** Among the rows that the filter leaves, within the group where there are groups. */
  readonly rankHere: number | null;
  /** Key of its group; '' without groups. */
  readonly group: string;
}

export interface Selection {
  /** Best first by the ranking metric, unranked ones last in the archive's order. */
  readonly rows: readonly ViewRow[];
  /** Whether anything leaves rows out or groups them. */
  readonly isFiltered: boolean;
  /** Labels of the groups that have rows, in their order; empty without groups. */
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  readonly direction: Direction | null;
}

/** Direction of a metric in a view: as the person has set it, else as the archive's. */
export function directionOf(
  data: BoardData,
  view: Pick<BoardView, 'better'>,
  metric: number,
): Direction | null {
  return view.better.get(metric) ?? data.board.metrics[metric]?.direction ?? null;
}

/** Rows that a view shows, ranked by its metric. Sorting by columns is the table's. */
export function selectRows(data: BoardData, view: RowsView): Selection {
  const { rows } = data.board;
  const direction = directionOf(data, view, view.metric);
  const ranks = overallRanks(data, view.metric, direction);
  const isWanted = makeFilter(data, view);
  const isFiltered = isWanted !== null || view.group !== 'none';
  const kept = rows.flatMap((_, place) => (isWanted === null || isWanted(place) ? [place] : []));
  const groupOf = makeGrouping(data, view);
  const here = ranksWithin(data, view.metric, direction, kept, groupOf);
  const shown = kept
    .map((place): ViewRow | null => {
      const row = rows[place];
      if (row === undefined) return null;
      return {
        place,
        row,
        rank: ranks[place] ?? null,
        rankHere: here.get(place) ?? null,
        group: groupOf(place).key,
      };
    })
    .filter((row) => row !== null)
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.place - b.place);
  return { rows: shown, isFiltered, groups: listGroups(view, kept, groupOf), direction };
}

/** The archive ranks by its first metric even where the direction is not known. */
function overallRanks(data: BoardData, metric: number, direction: Direction | null): Ranks {
  if (direction === null && metric === 0) return data.board.rows.map(({ rank }) => rank);
  return data.ranks(metric, direction);
}

/** null when all rows are wanted. */
function makeFilter(data: BoardData, view: RowsView): ((place: number) => boolean) | null {
  const { rows } = data.board;
  const tests: ((place: number, row: Row) => boolean)[] = [];
  const words = view.query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    tests.push((_, row) => {
      const text = searchText(row);
      return words.every((word) => text.includes(word));
    });
  }
  // "Without" is what is not said to be with it: most rows say nothing.
  if (view.extra !== 'all')
    tests.push((_, row) => (row.extraData === true) === (view.extra === 'with'));
  if (view.isCodeOnly) tests.push((_, row) => row.code !== undefined);
  const from = view.from === null ? null : dayOf(view.from);
  const until = view.until === null ? null : lastDayOf(view.until);
  if (from !== null || until !== null) {
    tests.push((place) => {
      const day = data.days()[place] ?? null;
      return day !== null && day >= (from ?? -Infinity) && day <= (until ?? Infinity);
    });
  }
  for (const [ids, isIn] of [
    [view.only, true],
    [view.without, false],
  ] as const) {
    for (const id of ids) {
      const facet = facetById(id);
      if (facet !== null) tests.push((place) => facet.isIn(data, place) === isIn);
    }
  }
  if (tests.length === 0) return null;
  return (place) => {
    const row = rows[place];
    return row !== undefined && tests.every((test) => test(place, row));
  };
}

/** What the search looks through, by row; made once a row. */
const searchTexts = new WeakMap<Row, string>();

function searchText(row: Row): string {
  let text = searchTexts.get(row);
  if (text === undefined) {
    text =
      `${row.model}\n${row.paper?.title ?? ''}\n${row.date ?? ''}\n${row.values.join('\n')}`.toLowerCase();
    searchTexts.set(row, text);
  }
  return text;
}

interface Group {
  readonly key: string;
  readonly label: string;
}

const NO_GROUP: Group = { key: '', label: '' };

function makeGrouping(data: BoardData, view: RowsView): (place: number) => Group {
  const { rows } = data.board;
  switch (view.group) {
    case 'none':
      return () => NO_GROUP;
    case 'extra':
      return (place) =>
        rows[place]?.extraData === true
          ? { key: 'b', label: 'Trained with extra data' }
          : { key: 'a', label: 'No extra data, as far as is said' };
    case 'scale':
      return (place) => {
        const parameters = data.parameters()[place] ?? null;
        if (parameters === null) return { key: 'z', label: 'Parameters not said' };
        const id = scaleOf(parameters);
        const index = SCALES.findIndex((scale) => scale.id === id);
        return { key: String(index), label: `${SCALES[index]?.label ?? ''} parameters` };
      };
    case 'year':
      return (place) => {
        const year = rows[place]?.date?.slice(0, 4);
        // Newest first: years count down.
        return year === undefined
          ? { key: 'z', label: 'No date' }
          : { key: String(9999 - Number(year)).padStart(4, '0'), label: year };
      };
    case 'repeats':
      return (place) =>
        (data.repeats()[place] ?? 1) > 1
          ? { key: 'b', label: 'Models with several rows' }
          : { key: 'a', label: 'Models with one row' };
  }
}

function listGroups(
  view: RowsView,
  kept: readonly number[],
  groupOf: (place: number) => Group,
): Group[] {
  if (view.group === 'none') return [];
  const groups = new Map(kept.map((place) => [groupOf(place).key, groupOf(place)]));
  return [...groups.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function ranksWithin(
  data: BoardData,
  metric: number,
  direction: Direction | null,
  kept: readonly number[],
  groupOf: (place: number) => Group,
): Map<number, number> {
  const here = new Map<number, number>();
  if (direction === null) return here;
  const members = new Map<string, number[]>();
  for (const place of kept) {
    const { key } = groupOf(place);
    const group = members.get(key);
    if (group === undefined) members.set(key, [place]);
    else group.push(place);
  }
  const numbers = data.numbers(metric);
  for (const places of members.values()) {
    const ranks = rankByValue(
      places.map((place) => numbers[place] ?? null),
      direction,
    );
    for (const [index, place] of places.entries()) {
      const rank = ranks[index] ?? null;
      if (rank !== null) here.set(place, rank);
    }
  }
  return here;
}
