import { useEffect, useMemo, useState, type RefObject } from 'react';

/** Columns from which on only those in view are in the document. */
const WINDOW_FROM = 16;
const REM_PX = 16;
/** Drawn on each side of what is in view. */
const MARGIN_PX = 200;
/** A width that the style sheet decides; only columns that usually hold have one. */
const STYLED_PX = 160;

/** Columns whose cells are drawn: the pinned ones, and from `from` to before `to`. */
export interface ColumnWindow {
  readonly from: number;
  readonly to: number;
}

/**
 * Which columns of a wide table to draw: a board of thirty metrics has three times as many cells as its
 * window shows. Tables of usual width are drawn whole.
 *
 * @param widths of all columns, as CSS.
 */
export function useColumnWindow(
  widths: readonly string[],
  pinned: number,
  scroller: RefObject<HTMLElement | null>,
): ColumnWindow {
  const isWide = widths.length >= WINDOW_FROM;
  const ends = useMemo(() => endsOf(widths), [widths]);
  const [view, setView] = useState(() => ({ left: 0, width: innerWidth }));

  useEffect(() => {
    const element = scroller.current;
    if (!isWide || element === null) return undefined;
    // In steps, so that not every pixel draws the table anew.
    const read = () => {
      const left = Math.round(element.scrollLeft / 100) * 100;
      const width = element.clientWidth;
      setView((last) => (last.left === left && last.width === width ? last : { left, width }));
    };
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [isWide, scroller]);

  return isWide
    ? columnsInView(ends, pinned, view.left, view.width)
    : { from: pinned, to: widths.length };
}

/** Where each column ends, in pixels. */
function endsOf(widths: readonly string[]): number[] {
  const ends: number[] = [];
  for (const width of widths) {
    const pixels = /^[\d.]+rem$/.test(width) ? Number.parseFloat(width) * REM_PX : STYLED_PX;
    ends.push((ends.at(-1) ?? 0) + pixels);
  }
  return ends;
}

/** The columns that a window of so many pixels shows, and some on each side. */
export function columnsInView(
  ends: readonly number[],
  pinned: number,
  left: number,
  width: number,
): ColumnWindow {
  const first = ends.findIndex((end) => end >= left - MARGIN_PX);
  const past = ends.findIndex((end) => end > left + width + MARGIN_PX);
  return {
    from: Math.max(pinned, first < 0 ? 0 : first),
    to: past < 0 ? ends.length : Math.max(pinned, past + 1),
  };
}
