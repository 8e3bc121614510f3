import { memo, type CSSProperties, type ReactNode } from 'react';
import { formatDate } from '../format/dates.ts';
import { CheckIcon } from '../icons/icons.tsx';
import { SiteLink } from '../site-link.tsx';
import { MathText } from '../text/math-text.tsx';
import type { BoardColumn } from './board-columns.ts';
import { CodeLinks } from './code-links.tsx';
import { ModelName } from './model-name.tsx';
import type { ViewRow } from './select-rows.ts';

interface Cell {
  readonly id: string;
  readonly kind: BoardColumn['kind'];
  readonly isPinned: boolean;
  readonly style: CSSProperties | undefined;
}

/** The cells of one row of a leaderboard. Values are shown as the archive has them. */
export const BoardCells = memo(function BoardCells({
  columns,
  from,
  to,
  pinStyles,
  row,
  isSelected,
  onSelect,
}: {
  readonly columns: readonly BoardColumn[];
  /** Cells from `from` to before `to` are drawn, and the pinned ones. */
  readonly from: number;
  readonly to: number;
  /** Where the first columns hold; one style for each that is pinned. */
  readonly pinStyles: readonly CSSProperties[];
  readonly row: ViewRow;
  readonly isSelected: boolean;
  readonly onSelect: (place: number) => void;
}) {
  const pinned = pinStyles.length;
  return (
    <>
      {columns.slice(0, to).map((column, place) => {
        if (place >= pinned && place < from) {
          return place === pinned ? <td key="before" colSpan={from - pinned} /> : null;
        }
        const style = pinStyles[place];
        const cell = { id: column.id, kind: column.kind, isPinned: style !== undefined, style };
        if (column.kind !== 'rank') return renderCell(column, cell, row);
        return (
          <td key={cell.id} data-kind="rank" data-pinned={cell.isPinned} style={style}>
            <label className="board-select">
              <input
                type="checkbox"
                checked={isSelected}
                aria-label={`Select ${row.row.model === '' ? 'the unnamed model' : row.row.model}`}
                onChange={() => onSelect(row.place)}
              />
              <span data-empty={row.rank === null}>{row.rank ?? '–'}</span>
            </label>
          </td>
        );
      })}
      {to < columns.length && <td key="after" colSpan={columns.length - to} />}
    </>
  );
});

/** A function and no component: a table has hundreds of cells, and each component costs as much again. */
function renderCell(column: BoardColumn, cell: Cell, { row, rankHere, place }: ViewRow): ReactNode {
  switch (column.kind) {
    case 'rank':
      return null;
    case 'here':
      return renderText(cell, rankHere === null ? null : String(rankHere));
    case 'archive':
      return renderText(cell, String(place + 1));
    case 'model':
      return (
        <th
          key={cell.id}
          scope="row"
          data-kind="model"
          data-pinned={cell.isPinned}
          style={cell.style}
        >
          <ModelName name={row.model} />
        </th>
      );
    case 'metric':
      return renderText(cell, row.values[column.position] ?? null);
    case 'extra':
      return renderNode(cell, row.extraData === undefined, renderExtraData(row.extraData));
    case 'paper':
      if (row.paper === undefined) return renderText(cell, null);
      return renderNode(
        cell,
        false,
        <SiteLink to={`/paper/${encodeURIComponent(row.paper.slug)}`} className="board-paper">
          <MathText text={row.paper.title} />
        </SiteLink>,
      );
    case 'code':
      if (row.code === undefined) return renderText(cell, null);
      return renderNode(cell, false, <CodeLinks key={place} links={row.code} />);
    case 'date':
      return renderText(cell, row.date === undefined ? null : formatDate(row.date));
  }
}

function renderText(cell: Cell, text: string | null): ReactNode {
  return renderNode(cell, text === null, text ?? '–');
}

function renderNode(
  { id, kind, isPinned, style }: Cell,
  isEmpty: boolean,
  node: ReactNode,
): ReactNode {
  return (
    <td key={id} data-kind={kind} data-empty={isEmpty} data-pinned={isPinned} style={style}>
      {node}
    </td>
  );
}

function renderExtraData(extraData: boolean | undefined): ReactNode {
  if (extraData === undefined) return '–';
  if (!extraData) return <span className="visually-hidden">no extra data</span>;
  return (
    <>
      <CheckIcon />
      <span className="visually-hidden">trained with extra data</span>
    </>
  );
}
