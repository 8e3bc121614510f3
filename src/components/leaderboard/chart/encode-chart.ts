import { dotRadius, dotsPath } from './dots-path.ts';
import type { ChartScene } from './chart-scene.ts';

/** Colours of a chart that leaves the page: light, as for a paper. */
const COLORS = {
  page: '#ffffff',
  grid: '#e3e8ea',
  text: '#566269',
  name: '#182024',
  dot: '#8fa3ab',
  line: '#0a7280',
} as const;
const FONT = "12px 'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif";

/** One text of a chart with its place and look. */
interface ChartText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly color: string;
  readonly isTurned?: boolean;
}

/** A chart as an SVG file that needs nothing else: no style sheet, no fonts of ours. */
export function encodeChartSvg(scene: ChartScene, title: string): string {
  const { width, height, plot } = scene;
  const lines = scene.yTicks.map(
    ({ at }) => `<path d="M${plot.left},${at}H${plot.right}" stroke="${COLORS.grid}"/>`,
  );
  const texts = listTexts(scene).map(({ x, y, text, anchor, color, isTurned }) => {
    const place =
      isTurned === true ? `transform="translate(${x},${y}) rotate(-90)"` : `x="${x}" y="${y}"`;
    return `<text ${place} text-anchor="${anchor}" fill="${color}">${escapeXml(text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${COLORS.page}"/>`,
    ...lines,
    `<path d="M${plot.left},${plot.bottom}H${plot.right}" stroke="${COLORS.text}"/>`,
    ...listShapes(scene).map(
      ({ path, fill, stroke, width: line }) =>
        `<path d="${path}" fill="${fill ?? 'none'}" stroke="${stroke ?? 'none'}" stroke-width="${line}"/>`,
    ),
    `<g style="font:${FONT.replaceAll('"', "'")}">`,
    ...texts,
    '</g></svg>',
  ].join('\n');
}

/** Draws the same onto a canvas, which has been scaled to the wanted sharpness. */
export function paintChart(context: CanvasRenderingContext2D, scene: ChartScene): void {
  const { width, height, plot } = scene;
  context.fillStyle = COLORS.page;
  context.fillRect(0, 0, width, height);
  context.lineWidth = 1;
  for (const [color, path] of [
    [COLORS.grid, scene.yTicks.map(({ at }) => `M${plot.left},${at}H${plot.right}`).join('')],
    [COLORS.text, `M${plot.left},${plot.bottom}H${plot.right}`],
  ] as const) {
    context.strokeStyle = color;
    context.stroke(new Path2D(path));
  }
  for (const { path, fill, stroke, width: line } of listShapes(scene)) {
    const shape = new Path2D(path);
    if (fill !== null) {
      context.fillStyle = fill;
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
      context.fill(shape);
    }
    if (stroke !== null) {
      context.strokeStyle = stroke;
      context.lineWidth = line;
      context.stroke(shape);
    }
  }
  context.font = FONT;
  for (const { x, y, text, anchor, color, isTurned } of listTexts(scene)) {
    context.save();
    context.translate(x, y);
    if (isTurned === true) context.rotate(-Math.PI / 2);
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.fillStyle = color;
    context.fillText(text, 0, 0);
    context.restore();
  }
}

function listShapes(scene: ChartScene) {
  const plain = scene.dots.filter(({ isOnLine }) => !isOnLine);
  const onLine = scene.dots.filter(({ isOnLine }) => isOnLine);
  const selected = scene.dots.filter(({ isSelected }) => isSelected);
  return [
    { path: dotsPath(plain, dotRadius(scene)), fill: COLORS.dot, stroke: null, width: 0 },
    { path: scene.line, fill: null, stroke: COLORS.line, width: 2 },
    { path: dotsPath(onLine, 4.5), fill: COLORS.line, stroke: null, width: 0 },
    { path: dotsPath(selected, 7), fill: null, stroke: COLORS.line, width: 2 },
  ].filter(({ path }) => path !== '');
}

function listTexts(scene: ChartScene): ChartText[] {
  const { plot, height } = scene;
  return [
    ...scene.xTicks.map(({ at, text }): ChartText => ({
      x: at,
      y: plot.bottom + 18,
      text,
      anchor: 'middle',
      color: COLORS.text,
    })),
    ...scene.yTicks.map(({ at, text }): ChartText => ({
      x: plot.left - 8,
      y: at + 4,
      text,
      anchor: 'end',
      color: COLORS.text,
    })),
    { x: plot.right, y: height - 4, text: scene.xName, anchor: 'end', color: COLORS.name },
    { x: 12, y: plot.top, text: scene.yName, anchor: 'end', color: COLORS.name, isTurned: true },
    ...scene.labels.map(({ x, y, text, anchor }): ChartText => ({
      x,
      y,
      text,
      anchor,
      color: COLORS.name,
    })),
  ];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
