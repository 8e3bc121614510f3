import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState, type RefObject } from 'react';

/** Rows from which on only those in view are in the document. Smaller tables can be searched and printed. */
const VIRTUAL_FROM = 120;
const ROW_HEIGHT_PX = 56;
/** As many rows as most screens show under the heading. */
const FIRST_ROWS = 12;

/** The part of a table's rows that is in the document, and the room that the others would take. */
export interface RowWindow {
  /** Positions of the rows in the document. */
  readonly shown: readonly number[];
  /** Heights in pixels. */
  readonly before: number;
  readonly after: number;
  /** To be the `ref` of each row, which also says its position in `data-index`. */
  readonly measureRow: ((row: HTMLElement | null) => void) | undefined;
}

/**
 * Which rows to draw. The first rows of a long table are drawn as they are; only when they are on the
 * screen are rows and scroller measured. Measuring makes the browser lay the page out while React is
 * still at work on it, and the table is then drawn once more.
 */
export function useRowWindow(count: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const isLong = count >= VIRTUAL_FROM;
  const isPainted = useIsPainted();
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong && isPainted,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 3,
    initialRect: { width: 0, height: FIRST_ROWS * ROW_HEIGHT_PX },
  });
  const first = useMemo(
    () => Array.from({ length: isLong ? FIRST_ROWS : count }, (_, index) => index),
    [count, isLong],
  );
  const items = virtualizer.getVirtualItems();
  if (!isLong || items.length === 0) {
    const after = (count - first.length) * ROW_HEIGHT_PX;
    return { shown: first, before: 0, after, measureRow: undefined };
  }
  return {
    shown: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measureRow: virtualizer.measureElement,
  };
}

/** False until what the component drew first is on the screen. */
function useIsPainted(): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    // The frame after this one begins when this one has been painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isPainted;
}
