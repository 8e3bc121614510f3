import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { formatDate } from '../../format/dates.ts';
import { formatPlural } from '../../format/numbers.ts';
import type { BoardData } from '../board-data.ts';
import type { ChartQuery } from '../board-view.ts';
import { plainModelName } from '../plain-model-name.ts';
import type { ViewRow } from '../select-rows.ts';
import type { ChangeView } from '../use-board-view.ts';
import { axisValues, resolveAxes } from './chart-axes.ts';
import { ChartControls } from './chart-controls.tsx';
import { ChartPicture } from './chart-picture.tsx';
import type { ChartScene, Dot } from './chart-scene.ts';
import { describeAxisValue, planChart } from './plan-chart.ts';
import './board-chart.css';

/** Of the picture; the style sheet has both, too, so that nothing moves when the chart comes. */
const HEIGHT_PX = 300;
const LOW_HEIGHT_PX = 240;
const NARROW_PX = 640;
/** How near the pointer must be to a dot. */
const REACH_PX = 24;
/** A shorter drag is a click. */
const MIN_DRAG_PX = 6;

/**
 * All results of a view in one chart. Dots are read by pointer or by the arrow keys, selected by click or
 * Enter, together with the rows of the table; dragging along zooms, and so do + and -.
 */
export default memo(function BoardChart({
  data,
  view,
  rows,
  selected,
  change,
  onSelect,
}: {
  readonly data: BoardData;
  readonly view: ChartQuery;
  readonly rows: readonly ViewRow[];
  readonly selected: ReadonlySet<number>;
  readonly change: ChangeView;
  readonly onSelect: (place: number) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const scene = useMemo(
    () =>
      width === 0
        ? null
        : planChart(data, view, rows, width, innerWidth <= NARROW_PX ? LOW_HEIGHT_PX : HEIGHT_PX),
    [data, view, rows, width],
  );
  const [active, setActive] = useState<number | null>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const dot = scene?.dots.find(({ place }) => place === active) ?? null;

  function onKey(event: KeyboardEvent): void {
    // With those keys held, + and - are the browser's own.
    if (scene === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const ordered = scene.dots.toSorted((a, b) => a.x - b.x || a.y - b.y);
    const here = ordered.findIndex(({ place }) => place === active);
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const zoom = { '+': 0.5, '=': 0.5, '-': 2 }[event.key];
    let next: Dot | undefined;
    if (zoom !== undefined) zoomBy(scene, zoom);
    else if (event.key === '0') change({ chart: { ...view.chart, zoom: null } });
    else if (step !== undefined) next = ordered[here < 0 ? 0 : here + step];
    else if (event.key === 'Home') next = ordered[0];
    else if (event.key === 'End') next = ordered.at(-1);
    else if ((event.key === 'Enter' || event.key === ' ') && active !== null) onSelect(active);
    else if (event.key === 'Escape') setActive(null);
    else return;
    event.preventDefault();
    if (next !== undefined) setActive(next.place);
  }

  /** Around the dot that is read, or the middle. */
  function zoomBy({ plot, invertX }: ChartScene, factor: number): void {
    if (factor > 1 && view.chart.zoom === null) return;
    const width = (plot.right - plot.left) * factor;
    const start = (dot?.x ?? (plot.left + plot.right) / 2) - width / 2;
    const from = invertX(start);
    const until = invertX(start + width);
    if (from < until) change({ chart: { ...view.chart, zoom: [from, until] } });
  }

  function onPointer(event: PointerEvent): void {
    const x = pointerX(event);
    if (drag !== null) setDrag({ ...drag, to: x });
    const box = event.currentTarget.getBoundingClientRect();
    setActive(scene === null ? null : nearest(scene, x, event.clientY - box.top));
  }

  function onUp(event: PointerEvent): void {
    if (scene === null || drag === null) return;
    setDrag(null);
    const to = pointerX(event);
    if (Math.abs(to - drag.from) < MIN_DRAG_PX) {
      if (active !== null) onSelect(active);
      return;
    }
    const inside = (x: number) => Math.min(scene.plot.right, Math.max(scene.plot.left, x));
    const ends = [drag.from, to].map((x) => scene.invertX(inside(x))).toSorted((a, b) => a - b);
    const [from = 0, until = 0] = ends;
    if (from < until) change({ chart: { ...view.chart, zoom: [from, until] } });
  }

  return (
    <figure className="board-chart">
      <ChartControls data={data} view={view} scene={scene} change={change} />
      <div className="chart-frame" ref={frame}>
        {scene !== null && (
          <>
            {/* An application: the arrow keys go through its dots. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
            <svg
              width={scene.width}
              height={scene.height}
              tabIndex={0}
              role="application"
              aria-roledescription="chart"
              aria-label={describeScene(scene)}
              onKeyDown={onKey}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDrag({ from: pointerX(event), to: pointerX(event) });
              }}
              onPointerMove={onPointer}
              onPointerUp={onUp}
              onPointerCancel={() => setDrag(null)}
              onPointerLeave={() => setActive(null)}
            >
              <ChartPicture scene={scene} />
              {drag !== null && Math.abs(drag.to - drag.from) >= MIN_DRAG_PX && (
                <rect
                  className="chart-drag"
                  x={Math.min(drag.from, drag.to)}
                  y={scene.plot.top}
                  width={Math.abs(drag.to - drag.from)}
                  height={scene.plot.bottom - scene.plot.top}
                />
              )}
              {dot !== null && <circle className="chart-active" cx={dot.x} cy={dot.y} r={7} />}
            </svg>
            {dot !== null && (
              <ChartTip
                data={data}
                view={view}
                dot={dot}
                width={scene.width}
                isSelected={selected.has(dot.place)}
              />
            )}
          </>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {dot !== null && describeDot(data, view, dot.place)}
      </p>
    </figure>
  );
});

/** What the dot under the pointer is. */
function ChartTip({
  data,
  view,
  dot,
  width,
  isSelected,
}: {
  readonly data: BoardData;
  readonly view: ChartQuery;
  readonly dot: Dot;
  readonly width: number;
  readonly isSelected: boolean;
}) {
  const row = data.board.rows[dot.place];
  if (row === undefined) return null;
  const isRight = dot.x > width / 2;
  return (
    <div
      className="chart-tip"
      aria-hidden="true"
      style={{
        top: `${Math.max(0, dot.y - 16)}px`,
        ...(isRight ? { right: `${width - dot.x + 14}px` } : { left: `${dot.x + 14}px` }),
      }}
    >
      <strong>{plainModelName(row.model)}</strong>
      <span>{valuesOf(data, view, dot.place).join(' · ')}</span>
      {row.paper !== undefined && <span className="muted">{row.paper.title}</span>}
      {isSelected && <span className="muted">Selected</span>}
    </div>
  );
}

function describeDot(data: BoardData, view: ChartQuery, place: number): string {
  const row = data.board.rows[place];
  return `${plainModelName(row?.model ?? '')}: ${valuesOf(data, view, place).join(', ')}`;
}

/** The raw texts of both axes; dates as people read them. */
function valuesOf(data: BoardData, view: ChartQuery, place: number): string[] {
  const { x, y } = resolveAxes(view.chart, view.metric);
  const row = data.board.rows[place];
  return [y, x].map((axis) => {
    if (axis === 'date') return row?.date === undefined ? 'no date' : formatDate(row.date);
    if (typeof axis === 'number') {
      return `${data.board.metrics[axis]?.name ?? ''} ${row?.values[axis] ?? '–'}`;
    }
    const value = axisValues(data, axis)[place] ?? null;
    return value === null ? '–' : `${describeAxisValue(axis, value)} parameters`;
  });
}

function describeScene(scene: ChartScene): string {
  const line = { records: ', with the record line', pareto: ', with the Pareto front', none: '' };
  return (
    `${scene.yName} by ${scene.xName.toLowerCase()}: ${formatPlural(scene.dots.length, 'result')}` +
    `${line[scene.lineKind]}. Arrow keys read the results, Enter selects, + and - zoom, 0 shows all.`
  );
}

function nearest(scene: ChartScene, x: number, y: number): number | null {
  let best: number | null = null;
  let least = REACH_PX;
  for (const dot of scene.dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance >= least) continue;
    least = distance;
    best = dot.place;
  }
  return best;
}

function pointerX(event: PointerEvent): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

/** Width of an element in whole pixels; 0 until it is measured. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
