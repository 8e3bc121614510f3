import { Link } from '@tanstack/react-router';
import type { BoardSummary } from '../../format/records/board.ts';
import { ExternalLink } from '../external-link.tsx';
import { repositoryName } from '../format/links.ts';
import { formatCount } from '../format/numbers.ts';
import { CodeIcon } from '../icons/icons.tsx';
import { ModelName } from '../leaderboard/model-name.tsx';
import { RecordSpark } from '../spark/record-spark.tsx';
import { MathText } from '../text/math-text.tsx';
import { MetricName } from './metric-name.tsx';
import type { SummaryColumn } from './summary-columns.ts';

/** What stands in one column of a board's row. Values are shown as the archive has them. */
export function BoardSummaryCell({
  column,
  board,
}: {
  readonly column: SummaryColumn;
  readonly board: BoardSummary;
}) {
  const { best } = board;
  switch (column) {
    case 'task':
      return (
        <Link to="/task/$task" params={{ task: board.task.slug }}>
          {board.task.name}
        </Link>
      );
    case 'dataset':
      return (
        <Link to="/sota/$board" params={{ board: board.slug }}>
          {board.dataset}
        </Link>
      );
    case 'model':
      return best === undefined ? <Nothing /> : <ModelName name={best.model} />;
    case 'value':
      return best === undefined ? <Nothing /> : <>{best.value}</>;
    case 'metric':
      return board.metric === undefined ? (
        <Nothing />
      ) : (
        <MetricName name={board.metric} direction={board.direction ?? null} />
      );
    case 'record':
      return <RecordSpark board={board} />;
    case 'paper':
      return best?.paper === undefined ? (
        <Nothing />
      ) : (
        <Link to="/paper/$slug" params={{ slug: best.paper.slug }} preload={false}>
          <MathText text={best.paper.title === '' ? best.paper.slug : best.paper.title} />
        </Link>
      );
    case 'code':
      return best?.code === undefined ? (
        <Nothing />
      ) : (
        <ExternalLink
          href={best.code}
          label={`Code: ${repositoryName(best.code)}`}
          className="board-summary-code"
        >
          <CodeIcon />
        </ExternalLink>
      );
    case 'results':
      return <>{formatCount(board.rows)}</>;
  }
}

function Nothing() {
  return <span className="board-summary-nothing">–</span>;
}
