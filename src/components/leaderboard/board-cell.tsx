import { memo, type ReactNode } from 'react';
import type { Row } from '../../format/records/board.ts';
import { formatDate } from '../format/dates.ts';
import { SiteLink } from '../site-link.tsx';
import { CheckIcon } from '../icons/icons.tsx';
import { MathText } from '../text/math-text.tsx';
import type { BoardColumn } from './board-columns.ts';
import { CodeLinks } from './code-links.tsx';
import { ModelName } from './model-name.tsx';

/** The cells of one row of a leaderboard. Values are shown as the archive has them. */
export const BoardCells = memo(function BoardCells({
  columns,
  row,
}: {
  readonly columns: readonly BoardColumn[];
  readonly row: Row;
}) {
  return <>{columns.map((column) => renderCell(column, row))}</>;
});

/** A function and no component: a table has hundreds of cells, and each component costs as much again. */
function renderCell(column: BoardColumn, row: Row): ReactNode {
  const { kind, id } = column;
  switch (column.kind) {
    case 'rank':
      return renderText(kind, id, row.rank === null ? null : String(row.rank));
    case 'model':
      return (
        <th key={id} scope="row" data-kind="model">
          <ModelName name={row.model} />
        </th>
      );
    case 'metric':
      return renderText(kind, id, row.values[column.position] ?? null);
    case 'extra':
      return (
        <td key={id} data-kind="extra" data-empty={row.extraData === undefined}>
          {renderExtraData(row.extraData)}
        </td>
      );
    case 'paper':
      if (row.paper === undefined) return renderText(kind, id, null);
      return (
        <td key={id} data-kind="paper">
          <SiteLink to={`/paper/${encodeURIComponent(row.paper.slug)}`} className="board-paper">
            <MathText text={row.paper.title} />
          </SiteLink>
        </td>
      );
    case 'code':
      if (row.code === undefined) return renderText(kind, id, null);
      return (
        <td key={id} data-kind="code">
          <CodeLinks links={row.code} />
        </td>
      );
    case 'date':
      return renderText(kind, id, row.date === undefined ? null : formatDate(row.date));
  }
}

function renderText(kind: BoardColumn['kind'], id: string, text: string | null): ReactNode {
  return (
    <td key={id} data-kind={kind} data-empty={text === null}>
      {text ?? '–'}
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
