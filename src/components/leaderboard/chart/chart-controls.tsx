import { useMemo } from 'react';
import { formatPlural } from '../../format/numbers.ts';
import type { BoardData } from '../board-data.ts';
import type { Axis, ChartQuery, ChartView } from '../board-view.ts';
import { saveFile } from '../export/save-file.ts';
import type { ChangeView } from '../use-board-view.ts';
import { axisValues, listAxes, resolveAxes } from './chart-axes.ts';
import type { ChartScene } from './chart-scene.ts';
import { encodeChartSvg, paintChart } from './encode-chart.ts';

/** Pixels of the PNG for one of the page. */
const PNG_SCALE = 3;

/** What the axes show, log scales, the way out of a zoom, and the chart as a file. */
export function ChartControls({
  data,
  view,
  scene,
  change,
}: {
  readonly data: BoardData;
  readonly view: ChartQuery;
  readonly scene: ChartScene | null;
  readonly change: ChangeView;
}) {
  const axes = useMemo(() => listAxes(data), [data]);
  const { x, y } = resolveAxes(view.chart, view.metric);
  const set = (chart: Partial<ChartView>) => change({ chart: { ...view.chart, ...chart } });
  const slug = data.board.slug;
  const title = `${data.board.task.name} on ${data.board.dataset.name}`;

  function savePng(): void {
    if (scene === null) return;
    const canvas = document.createElement('canvas');
    canvas.width = scene.width * PNG_SCALE;
    canvas.height = scene.height * PNG_SCALE;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.scale(PNG_SCALE, PNG_SCALE);
    paintChart(context, scene);
    canvas.toBlob((blob) => {
      if (blob !== null) saveFile(`${slug}.png`, blob);
    });
  }

  return (
    <figcaption className="chart-controls">
      <AxisSelect
        label="Show"
        axes={axes}
        value={y}
        onChange={(axis) => set({ y: axis === view.metric ? null : axis })}
      />
      <AxisSelect
        label="over"
        axes={axes}
        value={x}
        onChange={(axis) => set({ x: axis === 'date' ? null : axis, zoom: null })}
      />
      {isWide(axisValues(data, y)) && y !== 'date' && (
        <Switch label="log" isOn={view.chart.isLogY} onChange={(isLogY) => set({ isLogY })} />
      )}
      {isWide(axisValues(data, x)) && x !== 'date' && (
        <Switch
          label="log across"
          isOn={view.chart.isLogX}
          onChange={(isLogX) => set({ isLogX, zoom: null })}
        />
      )}
      <span className="chart-legend muted">{scene !== null && describeShown(scene)}</span>
      <span className="chart-actions no-print">
        {view.chart.zoom !== null && (
          <button type="button" className="text-button" onClick={() => set({ zoom: null })}>
            Show all
          </button>
        )}
        <button
          type="button"
          className="text-button"
          onClick={() => {
            if (scene === null) return;
            const svg = encodeChartSvg(scene, title);
            saveFile(`${slug}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
          }}
        >
          SVG
        </button>
        <button type="button" className="text-button" onClick={savePng}>
          PNG
        </button>
      </span>
    </figcaption>
  );
}

/** What the line is, and how much has no dot. */
function describeShown({ lineKind, omitted, xName }: ChartScene): string {
  const line = { records: ['Line: the record'], pareto: ['Line: Pareto front'], none: [] }[
    lineKind
  ];
  const without = `${formatPlural(omitted, 'result')} without ${xName.toLowerCase()} or value`;
  return [...line, ...(omitted > 0 ? [without] : [])].join(' · ');
}

function AxisSelect({
  label,
  axes,
  value,
  onChange,
}: {
  readonly label: string;
  readonly axes: readonly { readonly axis: Axis; readonly label: string }[];
  readonly value: Axis;
  readonly onChange: (axis: Axis) => void;
}) {
  return (
    <label className="chart-select">
      {label}
      <select
        value={String(value)}
        onChange={(event) => {
          const chosen = axes.find(({ axis }) => String(axis) === event.target.value);
          if (chosen !== undefined) onChange(chosen.axis);
        }}
      >
        {axes.map((one) => (
          <option key={one.axis} value={String(one.axis)}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Switch({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="chart-switch">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** Whether a log scale helps: all above 0, the largest twenty times the least or more. */
function isWide(values: readonly (number | null)[]): boolean {
  let least = Infinity;
  let most = 0;
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > 0 && most >= least * 20;
}
