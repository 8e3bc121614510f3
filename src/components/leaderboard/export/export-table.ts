import type { Metric } from '../../../format/records/board.ts';
import type { Direction, Link, PaperCard } from '../../../format/records/shared.ts';
import type { BoardColumn } from '../board-columns.ts';
import type { BoardData } from '../board-data.ts';
import { columnLabel } from '../column-label.ts';
import { plainModelName } from '../plain-model-name.ts';
import type { ViewRow } from '../select-rows.ts';

/** A board, or a view of it, to be written as a file. */
export interface ExportTable {
  readonly title: string;
  /** Address of the view. */
  readonly url: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
}

export interface ExportColumn {
  readonly label: string;
  readonly isNumber: boolean;
  readonly direction: Direction | null;
}

export interface ExportCell {
  /** As the archive has it; '' where there is nothing. */
  readonly text: string;
  /** Best of its column among the exported rows. */
  readonly isBest: boolean;
  readonly url?: string;
}

/** Rows and columns as they are shown. @param directions which way each metric is better, in the view. */
export function planExport(
  data: BoardData,
  columns: readonly BoardColumn[],
  rows: readonly ViewRow[],
  directions: readonly (Direction | null)[],
  url: string,
): ExportTable {
  const { task, dataset } = data.board;
  const best = columns.map((column) =>
    column.kind === 'metric' ? bestOf(data, column.position, directions, rows) : null,
  );
  return {
    title: `${task.name} on ${dataset.name}`,
    url,
    columns: columns.map((column) => ({
      label: columnLabel(column),
      isNumber: column.kind === 'metric' || column.kind === 'rank' || column.kind === 'here',
      direction: column.kind === 'metric' ? (directions[column.position] ?? null) : null,
    })),
    rows: rows.map((row) =>
      columns.map((column, place) => {
        const top = best[place] ?? null;
        return {
          ...cellOf(column, row),
          isBest:
            column.kind === 'metric' &&
            top !== null &&
            data.numbers(column.position)[row.place] === top,
        };
      }),
    ),
  };
}

function bestOf(
  data: BoardData,
  metric: number,
  directions: readonly (Direction | null)[],
  rows: readonly ViewRow[],
): number | null {
  const direction = directions[metric] ?? null;
  const numbers = rows.flatMap(({ place }) => data.numbers(metric)[place] ?? []);
  if (direction === null || numbers.length === 0) return null;
  return numbers.reduce((top, number) =>
    direction === 'higher' ? Math.max(top, number) : Math.min(top, number),
  );
}

function cellOf(
  column: BoardColumn,
  { row, rank, rankHere, place }: ViewRow,
): Omit<ExportCell, 'isBest'> {
  switch (column.kind) {
    case 'rank':
      return { text: rank === null ? '' : String(rank) };
    case 'here':
      return { text: rankHere === null ? '' : String(rankHere) };
    case 'archive':
      return { text: String(place + 1) };
    case 'model':
      return { text: plainModelName(row.model) };
    case 'metric':
      return { text: row.values[column.position] ?? '' };
    case 'extra':
      return { text: row.extraData === undefined ? '' : row.extraData ? 'yes' : 'no' };
    case 'paper':
      return { text: row.paper?.title ?? '' };
    case 'code': {
      const url = row.code?.[0]?.url;
      return url === undefined ? { text: '' } : { text: url, url };
    }
    case 'date':
      return { text: row.date ?? '' };
  }
}

/** A board for programs: everything that the archive says of the rows, and how it was read. */
export interface ExportRecord {
  readonly board: string;
  readonly url: string;
  readonly metrics: readonly Metric[];
  readonly rows: readonly {
    readonly model: string;
    readonly rank: number | null;
    readonly values: Readonly<
      Record<string, { readonly text: string; readonly number: number | null } | null>
    >;
    readonly date?: string;
    readonly paper?: PaperCard;
    readonly code?: readonly Link[];
    readonly extraData?: boolean;
  }[];
}

export function planRecord(data: BoardData, rows: readonly ViewRow[], url: string): ExportRecord {
  const { slug, metrics } = data.board;
  return {
    board: slug,
    url,
    metrics,
    rows: rows.map(({ row, rank, place }) => ({
      model: row.model,
      rank,
      // Own properties whatever they are called.
      values: Object.fromEntries(
        metrics.map(({ name }, metric) => {
          const text = row.values[metric] ?? null;
          const number = data.numbers(metric)[place] ?? null;
          return [name, text === null ? null : { text, number }];
        }),
      ),
      ...(row.date !== undefined && { date: row.date }),
      ...(row.paper !== undefined && { paper: row.paper }),
      ...(row.code !== undefined && { code: row.code }),
      ...(row.extraData !== undefined && { extraData: row.extraData }),
    })),
  };
}
