import { memo } from 'react';
import type { Row } from '../../format/records/board.ts';
import { formatDate } from '../format/dates.ts';
import { SiteLink } from '../site-link.tsx';
import { CheckIcon } from '../icons/icons.tsx';
import { MathText } from '../text/math-text.tsx';
import type { BoardColumn } from './board-columns.ts';
import { CodeLinks } from './code-links.tsx';
import { ModelName } from './model-name.tsx';

/** One cell of a leaderboard. Values are shown as the archive has them. */
export const BoardCell = memo(function BoardCell({
  column,
  row,
}: {
  readonly column: BoardColumn;
  readonly row: Row;
}) {
  switch (column.kind) {
    case 'rank':
      return <td data-kind="rank">{row.rank ?? <Nothing />}</td>;
    case 'model':
      return (
        <th scope="row" data-kind="model">
          <ModelName name={row.model} />
        </th>
      );
    case 'metric':
      return <td data-kind="metric">{row.values[column.position] ?? <Nothing />}</td>;
    case 'extra':
      return (
        <td data-kind="extra">
          {row.extraData === true ? (
            <>
              <CheckIcon />
              <span className="visually-hidden">trained with extra data</span>
            </>
          ) : row.extraData === undefined ? (
            <Nothing />
          ) : (
            <span className="visually-hidden">no extra data</span>
          )}
        </td>
      );
    case 'paper':
      return (
        <td data-kind="paper">
          {row.paper === undefined ? (
            <Nothing />
          ) : (
            <SiteLink to={`/paper/${encodeURIComponent(row.paper.slug)}`} className="board-paper">
              <MathText text={row.paper.title} />
            </SiteLink>
          )}
        </td>
      );
    case 'code':
      return (
        <td data-kind="code">
          {row.code === undefined ? <Nothing /> : <CodeLinks links={row.code} />}
        </td>
      );
    case 'date':
      return (
        <td data-kind="date">{row.date === undefined ? <Nothing /> : formatDate(row.date)}</td>
      );
  }
});

function Nothing() {
  return <span className="muted">–</span>;
}
