import { memo } from 'react';
import type { ChartScene } from './chart-scene.ts';
import { dotRadius, dotsPath } from './dots-path.ts';

/** The scene as SVG. Plain dots are one path: a thousand elements would cost more than all the rest. */
export const ChartPicture = memo(function ChartPicture({ scene }: { readonly scene: ChartScene }) {
  const { plot, width, height } = scene;
  return (
    <>
      <g className="chart-grid">
        {scene.yTicks.map(({ at, text }) => (
          <g key={text} transform={`translate(0,${at})`}>
            <line x1={plot.left} x2={plot.right} />
            <text x={plot.left - 8} dy="0.32em" textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {scene.xTicks.map(({ at, text }, place) => (
          <text key={`${text} ${place}`} x={at} y={plot.bottom + 18} textAnchor="middle">
            {text}
          </text>
        ))}
        <line
          className="chart-base"
          x1={plot.left}
          x2={plot.right}
          y1={plot.bottom}
          y2={plot.bottom}
        />
        <text className="chart-name" x={plot.right} y={height - 4} textAnchor="end">
          {scene.xName}
        </text>
        <text
          className="chart-name"
          transform={`translate(12,${plot.top}) rotate(-90)`}
          textAnchor="end"
        >
          {scene.yName.length > 34 ? `${scene.yName.slice(0, 33)}…` : scene.yName}
        </text>
      </g>
      <clipPath id="chart-plot">
        <rect
          x={plot.left - 6}
          y={0}
          width={Math.max(0, width - plot.left)}
          height={plot.bottom + 6}
        />
      </clipPath>
      <g clipPath="url(#chart-plot)">
        <path
          className="chart-dots"
          d={dotsPath(
            scene.dots.filter((dot) => !dot.isOnLine),
            dotRadius(scene),
          )}
        />
        <path className="chart-line" d={scene.line} data-kind={scene.lineKind} />
        <path
          className="chart-line-dots"
          d={dotsPath(
            scene.dots.filter((dot) => dot.isOnLine),
            4.5,
          )}
        />
        <path
          className="chart-selected"
          d={dotsPath(
            scene.dots.filter((dot) => dot.isSelected),
            7,
          )}
        />
      </g>
      <g className="chart-labels">
        {scene.labels.map(({ x, y, text, anchor, isSelected }) => (
          <text key={`${x} ${y}`} x={x} y={y} textAnchor={anchor} data-selected={isSelected}>
            {text}
          </text>
        ))}
      </g>
    </>
  );
});
