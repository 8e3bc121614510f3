import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useAfterPaint } from './after-paint.ts';

/**
 * Rows of a board from which on only those in view are in the document. The browser's own search finds
 * all rows of a smaller one.
 */
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
 * still at work on it, and the table is then drawn once more. On paper stand all rows.
 *
 * @param count rows to show.
 * @param total rows of the board: a filter that leaves few of many draws no more of them than before.
 */
export function useRowWindow(
  count: number,
  total: number,
  scroller: RefObject<HTMLElement | null>,
): RowWindow {
  const isPrinting = useIsPrinting();
  const isLong = total >= VIRTUAL_FROM && !isPrinting;
  const isPainted = useAfterPaint(true, false);
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong && isPainted,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 3,
    initialRect: { width: 0, height: FIRST_ROWS * ROW_HEIGHT_PX },
  });
  const first = useMemo(
    () => Array.from({ length: isLong ? Math.min(FIRST_ROWS, count) : count }, (_, index) => index),
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

/** Whether the page is being put on paper, which is done as soon as the browser has said so. */
function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    addEventListener('beforeprint', start);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', start);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
