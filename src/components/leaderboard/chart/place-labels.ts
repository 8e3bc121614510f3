import type { ChartScene, Dot, Label } from './chart-scene.ts';

const MAX_CHARACTERS = 26;
/** Of the font that labels have; wide letters come out a little wider. */
const CHARACTER_PX = 6.6;
const LINE_PX = 15;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Names beside dots: first those selected, then those on the line from the last to the first; only where
 * none overlaps another, nor, unless selected, the line. A line of steps comes to its dots from below and the left, or from above where less
 * is better: names stand on the other side of it, to the left where there is room.
 */
export function placeLabels(
  dots: readonly Dot[],
  nameOf: (place: number) => string,
  plot: ChartScene['plot'],
  isRising: boolean,
): Label[] {
  const wanted = [
    ...dots.filter(({ isSelected }) => isSelected),
    ...dots
      .filter(({ isOnLine, isSelected }) => isOnLine && !isSelected)
      .toSorted((a, b) => b.x - a.x),
  ];
  const taken: Box[] = [];
  const steps = listSteps(dots.filter(({ isOnLine }) => isOnLine));
  const labels: Label[] = [];
  for (const dot of wanted) {
    const name = nameOf(dot.place);
    const text =
      name.length > MAX_CHARACTERS ? `${name.slice(0, MAX_CHARACTERS - 1).trimEnd()}…` : name;
    const width = text.length * CHARACTER_PX;
    const anchor = dot.x - 6 - width >= plot.left ? 'end' : 'start';
    const x = anchor === 'start' ? dot.x + 6 : dot.x - 6;
    const y = isRising ? Math.max(plot.top + 4, dot.y - 8) : Math.min(plot.bottom - 4, dot.y + 16);
    const left = anchor === 'start' ? x : x - width;
    const box = { left, right: left + width, top: y - LINE_PX + 3, bottom: y + 3 };
    const inTheWay = dot.isSelected ? taken : [...taken, ...steps];
    const isFree = inTheWay.every((other) => isApart(box, other));
    const isInside = left >= plot.left && box.right <= plot.right + 12;
    if (!isInside || dot.x < plot.left || dot.x > plot.right || !isFree) continue;
    taken.push(box);
    labels.push({ x, y, text, anchor, isSelected: dot.isSelected });
  }
  return labels;
}

/** The parts of a line of steps through dots: on at the height of each, then to that of the next. */
function listSteps(dots: readonly Dot[]): Box[] {
  const ordered = dots.toSorted((a, b) => a.x - b.x);
  return ordered.slice(1).flatMap((to, place): Box[] => {
    const from = ordered[place] ?? to;
    return [
      { left: from.x, right: to.x, top: from.y, bottom: from.y },
      {
        left: to.x,
        right: to.x,
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      },
    ];
  });
}

function isApart(box: Box, other: Box): boolean {
  return (
    box.right < other.left ||
    box.left > other.right ||
    box.bottom < other.top ||
    box.top > other.bottom
  );
}
