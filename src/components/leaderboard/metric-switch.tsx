import { memo } from 'react';
import type { Direction } from '../../format/records/shared.ts';
import { opposite } from '../../leaderboard/direction.ts';
import type { BoardData } from './board-data.ts';
import type { BoardView } from './board-view.ts';
import { describeDirection } from './describe-direction.ts';
import { directionOf } from './select-rows.ts';
import type { ChangeView } from './use-board-view.ts';

/** The metric that ranks, which way of it is better and how that is known; both can be changed. */
export const MetricSwitch = memo(function MetricSwitch({
  data,
  view,
  change,
}: {
  readonly data: BoardData;
  readonly view: BoardView;
  readonly change: ChangeView;
}) {
  const { metrics } = data.board;
  const metric = metrics[view.metric];
  if (metric === undefined) return null;
  const set = view.better.get(view.metric) ?? null;
  const direction = directionOf(data, view, view.metric);

  function setDirection(next: Direction | null): void {
    const better = new Map(view.better);
    if (next === null || next === metric?.direction) better.delete(view.metric);
    else better.set(view.metric, next);
    change({ better });
  }

  return (
    <div className="metric-switch">
      <label className="metric-switch-name">
        <span>Metric:</span>
        {metrics.length > 1 ? (
          <select
            value={view.metric}
            onChange={(event) => change({ metric: Number(event.target.value), sort: [] })}
          >
            {metrics.map(({ name }, position) => (
              <option key={name} value={position}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <strong>{metric.name}</strong>
        )}
      </label>
      <span className="muted small">({describeDirection(metric, set)})</span>
      {direction === null ? (
        <span className="metric-switch-choices">
          <button type="button" className="text-button" onClick={() => setDirection('higher')}>
            Higher is better
          </button>
          <button type="button" className="text-button" onClick={() => setDirection('lower')}>
            Lower is better
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="text-button"
          onClick={() => setDirection(set === null ? opposite(direction) : null)}
        >
          {set === null ? 'Flip' : 'As the archive has it'}
        </button>
      )}
    </div>
  );
});
