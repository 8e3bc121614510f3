import { tallyWins, type BoardComparison } from '../../leaderboard/compare-models.ts';
import { ModelName } from '../leaderboard/model-name.tsx';
import { SeriesMark } from './series-mark.tsx';
import '../controls/data-table.css';

/** Each model against each other one: boards on which it is better, equal, worse. */
export function WinsTable({
  comparisons,
  names,
}: {
  readonly comparisons: readonly BoardComparison[];
  readonly names: readonly string[];
}) {
  return (
    <div
      className="data-table-scroller"
      tabIndex={0}
      role="region"
      aria-label="Wins, ties and losses"
    >
      <table className="data-table wins-table">
        <caption>
          Wins <span aria-hidden="true">–</span> ties <span aria-hidden="true">–</span> losses of
          the row’s model against the column’s
        </caption>
        <thead>
          <tr>
            <td />
            {names.map((name, model) => (
              <th key={name} scope="col">
                <SeriesMark model={model} /> <ModelName name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, model) => (
            <tr key={name}>
              <th scope="row">
                <SeriesMark model={model} /> <ModelName name={name} />
              </th>
              {names.map((other, against) => (
                <td key={other}>
                  {model === against ? (
                    <span className="muted" aria-label="itself">
                      ·
                    </span>
                  ) : (
                    <Score {...tallyWins(comparisons, model, against)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Score({
  wins,
  ties,
  losses,
}: {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}) {
  if (wins + ties + losses === 0) return <span className="muted">no board</span>;
  return (
    <span data-ahead={wins > losses}>
      {wins} – {ties} – {losses}
    </span>
  );
}
