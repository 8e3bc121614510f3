import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { dateOfDay } from '../../../leaderboard/day.ts';
import { paretoFront } from '../../../leaderboard/pareto-front.ts';
import { recordLine } from '../../../leaderboard/record-line.ts';
import { plainModelName } from '../plain-model-name.ts';
import type { BoardData } from '../board-data.ts';
import type { Axis, ChartQuery } from '../board-view.ts';
import { directionOf, type ViewRow } from '../select-rows.ts';
import { axisName, axisValues, isCost, resolveAxes } from './chart-axes.ts';
import type { ChartScene, Dot, Tick } from './chart-scene.ts';
import { placeLabels } from './place-labels.ts';

const MS_PER_DAY = 86_400_000;
const MARGIN = { top: 16, right: 16, bottom: 40, left: 60 };

interface Point {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Lays a chart out: dots of all results of a view, and over dates the record line, over what a model
 * costs the Pareto front, when the direction of the other axis is known.
 *
 * @param width,height of the whole, in pixels.
 */
export function planChart(
  data: BoardData,
  view: ChartQuery,
  rows: readonly ViewRow[],
  width: number,
  height: number,
): ChartScene {
  const axes = resolveAxes(view.chart, view.metric);
  const { isLogX, isLogY, zoom } = view.chart;
  const xs = axisValues(data, axes.x);
  const ys = axisValues(data, axes.y);
  const all = rows.flatMap(({ place }): Point[] => {
    const x = xs[place] ?? null;
    const y = ys[place] ?? null;
    if (x === null || y === null || (isLogX && x <= 0 && axes.x !== 'date') || (isLogY && y <= 0)) {
      return [];
    }
    return [{ row: place, x, y }];
  });
  const line = planLine(data, view, axes, all);
  const points = zoom === null ? all : all.filter(({ x }) => x >= zoom[0] && x <= zoom[1]);
  const plot = {
    left: MARGIN.left,
    top: MARGIN.top,
    right: Math.max(MARGIN.left + 10, width - MARGIN.right),
    bottom: height - MARGIN.bottom,
  };
  const xScale = makeScale(axes.x, zoom ?? extent(points.map(({ x }) => x)), isLogX, zoom === null);
  xScale.range([plot.left, plot.right]);
  const yScale = makeScale(axes.y, extent(points.map(({ y }) => y)), isLogY, true);
  yScale.range([plot.bottom, plot.top]);
  const onLine = new Set(line.points.map(({ row }) => row));
  const selected = new Set(view.selected);
  const dots = points.map(({ row, x, y }): Dot => ({
    place: row,
    x: round(xScale.at(x)),
    y: round(yScale.at(y)),
    isOnLine: onLine.has(row),
    isSelected: selected.has(row),
  }));
  return {
    width,
    height,
    plot,
    xTicks: xScale.ticks(Math.max(2, (plot.right - plot.left) / 90)),
    yTicks: yScale.ticks(Math.max(2, (plot.bottom - plot.top) / 45)),
    xName: axisName(data, axes.x),
    yName: axisName(data, axes.y),
    dots,
    line: drawSteps(
      line.points.map(({ x, y }) => [xScale.at(x), yScale.at(y)]),
      plot,
    ),
    lineKind: line.kind,
    labels: placeLabels(
      dots,
      (place) => plainModelName(data.board.rows[place]?.model ?? ''),
      plot,
      line.isRising,
    ),
    omitted: rows.length - all.length,
    invertX: xScale.invert,
  };
}

/** What connects the best results. */
interface Line {
  readonly kind: ChartScene['lineKind'];
  readonly points: readonly Point[];
  /** Up the page is better. */
  readonly isRising: boolean;
}

function planLine(
  data: BoardData,
  view: ChartQuery,
  axes: { readonly x: Axis; readonly y: Axis },
  points: readonly Point[],
): Line {
  const direction = typeof axes.y === 'number' ? directionOf(data, view, axes.y) : null;
  if (direction === null) return { kind: 'none', points: [], isRising: true };
  const isRising = direction === 'higher';
  const byRow = new Map(points.map((point) => [point.row, point]));
  const pick = (line: readonly { readonly row: number }[]) =>
    line.flatMap(({ row }) => byRow.get(row) ?? []);
  if (axes.x === 'date') {
    const results = points.map(({ row, x, y }) => ({ row, day: x, number: y }));
    return { kind: 'records', points: pick(recordLine(results, direction)), isRising };
  }
  if (!isCost(data, axes.x)) return { kind: 'none', points: [], isRising };
  const front = paretoFront(
    points.map(({ row, x, y }) => ({ row, cost: x, score: y })),
    direction,
  );
  return { kind: 'pareto', points: pick(front), isRising };
}

/** A scale with only what is needed of d3's, over numbers: dates are day numbers. */
interface Scale {
  at: (value: number) => number;
  invert: (pixel: number) => number;
  range: (pixels: [number, number]) => void;
  ticks: (count: number) => Tick[];
}

function makeScale(
  axis: Axis,
  domain: readonly [number, number],
  isLog: boolean,
  isNice: boolean,
): Scale {
  if (axis === 'date') {
    const scale = scaleUtc().domain(domain.map((day) => new Date(day * MS_PER_DAY)));
    if (isNice) scale.nice();
    return {
      at: (day) => scale(new Date(day * MS_PER_DAY)),
      invert: (pixel) => Math.round(scale.invert(pixel).getTime() / MS_PER_DAY),
      range: (pixels) => void scale.range(pixels),
      ticks: (count) =>
        scale.ticks(count).map((date) => ({ at: round(scale(date)), text: formatDateTick(date) })),
    };
  }
  const scale = isLog ? scaleLog().domain(domain) : scaleLinear().domain(domain);
  if (isNice) scale.nice();
  return {
    at: (value) => scale(value),
    invert: (pixel) => scale.invert(pixel),
    range: (pixels) => void scale.range(pixels),
    ticks(count) {
      const values = scale.ticks(count);
      // A log scale gives every digit of every power; where there are too many only the powers stay.
      const kept =
        isLog && values.length > count * 1.5
          ? values.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9))
          : values;
      return kept.map((value) => ({ at: round(scale(value)), text: formatTick(value) }));
    },
  };
}

const MONTHS = ['', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The year at its start, else the month, else the day: what has changed since the tick before. */
function formatDateTick(date: Date): string {
  const month = MONTHS[date.getUTCMonth()] ?? '';
  if (date.getUTCDate() > 1) return `${date.getUTCDate()} ${month === '' ? 'Jan' : month}`;
  return month === '' ? String(date.getUTCFullYear()) : month;
}

/** "540B", "0.25": short, with the letters that people use for sizes of models. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  for (const [unit, letter] of [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e4, 'k'],
  ] as const) {
    if (size >= unit) {
      const scaled = value / (letter === 'k' ? 1e3 : unit);
      return `${Number(scaled.toPrecision(4))}${letter}`;
    }
  }
  return size !== 0 && size < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(6)));
}

/** "12 Jun 2017" has its own function; this is a value of an axis as text. */
export function describeAxisValue(axis: Axis, value: number): string {
  return axis === 'date' ? dateOfDay(value) : formatTick(value);
}

/** Least and largest, with room around a single value. */
function extent(values: readonly number[]): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return [0.1, 1];
  if (least < most) return [least, most];
  return least > 0 ? [least * 0.9, least * 1.1] : [least - 1, least + 1];
}

/** A record holds until the next: steps, the last one as far as the plot goes. */
function drawSteps(
  points: readonly (readonly [number, number])[],
  plot: ChartScene['plot'],
): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const steps = rest.map(([x, y]) => `H${round(x)}V${round(y)}`);
  return `M${round(first[0])},${round(first[1])}${steps.join('')}H${plot.right}`;
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
