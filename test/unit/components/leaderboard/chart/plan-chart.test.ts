import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoardData } from '../../../../../src/components/leaderboard/board-data.ts';
import {
  PLAIN_CHART,
  PLAIN_VIEW,
  type ChartView,
} from '../../../../../src/components/leaderboard/board-view.ts';
import { encodeChartSvg } from '../../../../../src/components/leaderboard/chart/encode-chart.ts';
import { listAxes } from '../../../../../src/components/leaderboard/chart/chart-axes.ts';
import { placeLabels } from '../../../../../src/components/leaderboard/chart/place-labels.ts';
import {
  formatTick,
  planChart,
} from '../../../../../src/components/leaderboard/chart/plan-chart.ts';
import { selectRows } from '../../../../../src/components/leaderboard/select-rows.ts';
import { makeBoard, makeMetric } from '../../../../support/make-board.ts';

const board = makeBoard(
  [makeMetric('Accuracy'), { name: 'Params', direction: null, directionSource: 'neutral' }],
  [
    { model: 'C', values: ['90', '10B'], date: '2021-01-01' },
    { model: 'B<sub>2</sub>', values: ['85', '1M'], date: '2020-01-01' },
    { model: 'A', values: ['80', '100M'], date: '2019-01-01' },
    { model: 'Worse', values: ['70', '5B'], date: '2020-06-01' },
    { model: 'Undated', values: ['75', null] },
    { model: 'Zero', values: ['60', '0'], date: '2022' },
  ],
);
const data = new BoardData(board);
const plan = (chart: Partial<ChartView> = {}, width = 800) => {
  const view = { ...PLAIN_VIEW, selected: [3], chart: { ...PLAIN_CHART, ...chart } };
  return planChart(data, view, selectRows(data, view).rows, width, 300);
};
const placesOf = (dots: readonly { place: number }[]) => dots.map(({ place }) => place);

describe('planChart', () => {
  test('all dated results as dots, records on a line of steps, the rest counted', () => {
    const scene = plan();
    expect(placesOf(scene.dots).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 5]);
    expect(
      placesOf(scene.dots.filter(({ isOnLine }) => isOnLine)).toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2]);
    expect(scene).toMatchObject({
      omitted: 1,
      lineKind: 'records',
      xName: 'Date',
      yName: 'Accuracy',
    });
    expect(scene.line).toMatch(/^M[\d.]+,[\d.]+(H[\d.]+V[\d.]+){2}H[\d.]+$/);
    expect(scene.labels.map(({ text }) => text)).toContain('B2');
    expect(scene.labels.find(({ isSelected }) => isSelected)?.text).toBe('Worse');
  });

  test('over what a model costs the line is the Pareto front', () => {
    const scene = plan({ x: 1, isLogX: true });
    expect(scene.lineKind).toBe('pareto');
    expect(
      placesOf(scene.dots.filter(({ isOnLine }) => isOnLine)).toSorted((a, b) => a - b),
    ).toEqual([0, 1]);
    // A log scale has no place for 0, and one row has no parameters.
    expect(scene.omitted).toBe(2);
  });

  test('a zoom shows its part and keeps the line whole', () => {
    const from = Date.UTC(2020, 0, 1) / 86_400_000;
    const scene = plan({ zoom: [from - 1, from + 200] });
    expect(placesOf(scene.dots).toSorted((a, b) => a - b)).toEqual([1, 3]);
    expect(scene.line.match(/H/g)).toHaveLength(3);
  });

  test('what a pixel stands for is what stands at it', () => {
    const scene = plan({ x: 1, isLogX: true });
    const dot = scene.dots.find(({ place }) => place === 2)!;
    expect(scene.invertX(dot.x) / 1e8).toBeCloseTo(1, 1);
  });

  test('dots stay inside at any width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2600 }), (width) => {
        const { dots, plot } = plan({}, width);
        for (const { x, y } of dots) {
          expect(x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom).toBe(true);
        }
      }),
    );
  });

  test('a board without a single dot is an empty frame', () => {
    const view = { ...PLAIN_VIEW, query: 'nothing' };
    const scene = planChart(data, view, selectRows(data, view).rows, 800, 300);
    expect(scene).toMatchObject({ dots: [], line: '', labels: [] });
  });
});

test('labels never overlap each other or the line, nor leave the plot', () => {
  const plot = { left: 60, top: 16, right: 784, bottom: 260 };
  const dots = fc.array(
    fc.record({
      place: fc.nat(99),
      x: fc.integer({ min: 60, max: 784 }),
      y: fc.integer({ min: 16, max: 260 }),
      isOnLine: fc.boolean(),
      isSelected: fc.boolean(),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(dots, fc.boolean(), (list, isRising) => {
      const labels = placeLabels(
        list,
        (place) => `Model ${'x'.repeat(place % 30)}`,
        plot,
        isRising,
      );
      const boxes = labels.map(({ x, y, text, anchor }) => {
        const width = text.length * 6.6;
        const left = anchor === 'start' ? x : x - width;
        return { left, right: left + width, top: y - 12, bottom: y + 3 };
      });
      for (const [place, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(plot.left);
        expect(box.right).toBeLessThanOrEqual(plot.right + 12);
        for (const other of boxes.slice(0, place)) {
          const isApart =
            box.right < other.left ||
            box.left > other.right ||
            box.bottom < other.top ||
            box.top > other.bottom;
          expect(isApart).toBe(true);
        }
      }
      // The line goes on at the height of each dot, then up or down to the next.
      const line = list.filter(({ isOnLine }) => isOnLine).toSorted((a, b) => a.x - b.x);
      for (const [place, { isSelected }] of labels.entries()) {
        const { left, right, top, bottom } = boxes[place]!;
        for (const [index, from] of isSelected ? [] : line.slice(0, -1).entries()) {
          const to = line[index + 1]!;
          const isOver = from.y >= top && from.y <= bottom && from.x <= right && to.x >= left;
          const isUpThrough =
            to.x >= left &&
            to.x <= right &&
            Math.min(from.y, to.y) <= bottom &&
            Math.max(from.y, to.y) >= top;
          expect(isOver || isUpThrough).toBe(false);
        }
      }
    }),
  );
});

test('axes are offered for what at least two rows have', () => {
  expect(listAxes(data).map(({ label }) => label)).toEqual([
    'Date',
    'Parameters',
    'Accuracy',
    'Params',
  ]);
});

test('ticks are short', () => {
  expect([540e9, 1.5e6, 20_000, 9000, 0.25, 0, -3, 1e-7].map(formatTick)).toEqual([
    '540B',
    '1.5M',
    '20k',
    '9000',
    '0.25',
    '0',
    '-3',
    '1.0e-7',
  ]);
});

test('the SVG file is whole and escapes what names hold', () => {
  const svg = encodeChartSvg(plan(), 'X & <Y>');
  expect(svg).toContain('<title>X &amp; &lt;Y&gt;</title>');
  expect(svg).not.toContain('undefined');
  expect(svg.match(/<text/g)!.length).toBe(svg.match(/<\/text>/g)!.length);
});
