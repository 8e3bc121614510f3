import { isParameterCount } from '../../../leaderboard/model-scale.ts';
import type { BoardData } from '../board-data.ts';
import type { Axis, ChartView } from '../board-view.ts';

/** Values that an axis is worth offering for. */
const MIN_VALUES = 2;

/** What the axes of a board's chart can show, with their names. */
export function listAxes(data: BoardData): { readonly axis: Axis; readonly label: string }[] {
  const isFilled = (values: readonly (number | null)[]) =>
    values.filter((value) => value !== null).length >= MIN_VALUES;
  const metrics = data.board.metrics.flatMap(({ name }, axis) =>
    isFilled(data.numbers(axis)) ? [{ axis, label: name }] : [],
  );
  return [
    ...(isFilled(data.days()) ? [{ axis: 'date', label: 'Date' } as const] : []),
    ...(isFilled(data.parameters()) ? [{ axis: 'parameters', label: 'Parameters' } as const] : []),
    ...metrics,
  ];
}

/** The axes of a view: as chosen, else the ranking metric over dates. */
export function resolveAxes(
  chart: ChartView,
  metric: number,
): { readonly x: Axis; readonly y: Axis } {
  return { x: chart.x ?? 'date', y: chart.y ?? metric };
}

/** What an axis has for each row: day numbers, parameters, or a metric's numbers. */
export function axisValues(data: BoardData, axis: Axis): readonly (number | null)[] {
  if (axis === 'date') return data.days();
  return axis === 'parameters' ? data.parameters() : data.numbers(axis);
}

export function axisName(data: BoardData, axis: Axis): string {
  if (axis === 'date') return 'Date';
  return axis === 'parameters' ? 'Parameters' : (data.board.metrics[axis]?.name ?? '');
}

/** Whether less of it is better when the score is the same, so that a Pareto front has a meaning. */
export function isCost(data: BoardData, axis: Axis): boolean {
  if (axis === 'parameters') return true;
  if (axis === 'date') return false;
  const metric = data.board.metrics[axis];
  return (
    metric !== undefined && (metric.directionSource === 'neutral' || isParameterCount(metric.name))
  );
}
