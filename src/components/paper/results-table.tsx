import { Link } from '@tanstack/react-router';
import type { Result } from '../../format/records/paper.ts';
import { chooseModels, encodeModels } from '../compare/models-view.ts';
import { ModelName } from '../leaderboard/model-name.tsx';
import '../controls/data-table.css';
import './results-table.css';

/** Results of a paper, one line a metric, each with its rank and a link to its board. */
export function ResultsTable({
  results,
  paper,
}: {
  readonly results: readonly Result[];
  /** Slug. */
  readonly paper: string;
}) {
  const models = chooseModels(results, paper);
  return (
    <section className="page-section">
      <div className="page-title-row">
        <h2>Results</h2>
        {models.length > 0 && (
          <Link to="/compare" search={encodeModels(models)} className="small no-print">
            Compare with other models
          </Link>
        )}
      </div>
      <div className="data-table-scroller" tabIndex={0} role="region" aria-label="Results">
        <table className="data-table results-table">
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">Dataset</th>
              <th scope="col">Model</th>
              <th scope="col">Metric</th>
              <th scope="col" className="number-cell">
                Value
              </th>
              <th scope="col" className="number-cell">
                Rank
              </th>
            </tr>
          </thead>
          {results.map((result, position) => (
            <ResultRows key={`${result.board} ${position}`} result={result} />
          ))}
        </table>
      </div>
    </section>
  );
}

function ResultRows({ result }: { readonly result: Result }) {
  const metrics = result.metrics.length > 0 ? result.metrics : [null];
  return (
    <tbody>
      {metrics.map((metric, position) => (
        <tr key={metric?.name ?? ''}>
          {position === 0 && (
            <>
              <td rowSpan={metrics.length}>
                <Link to="/task/$task" params={{ task: result.task.slug }}>
                  {result.task.name}
                </Link>
              </td>
              <td rowSpan={metrics.length}>
                <Link to="/sota/$board" params={{ board: result.board }}>
                  {result.dataset}
                </Link>
              </td>
              <td rowSpan={metrics.length}>
                <ModelName name={result.model} />
                {result.extraData === true && <span className="muted small"> (extra data)</span>}
              </td>
            </>
          )}
          <td>{metric?.name ?? <span className="muted">–</span>}</td>
          <td className="number-cell results-value">{metric?.value ?? '–'}</td>
          <td className="number-cell">
            {metric?.rank === undefined ? (
              <span className="muted" title="It is not known which way of this metric is better">
                –
              </span>
            ) : (
              <>
                <span className="rank-mark" data-first={metric.rank === 1}>
                  #{metric.rank}
                </span>
                {metric.of !== undefined && <span className="muted"> of {metric.of}</span>}
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
