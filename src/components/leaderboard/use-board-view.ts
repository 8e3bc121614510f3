import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { afterPaint } from './after-paint.ts';
import type { BoardData } from './board-data.ts';
import type { BoardSearch } from './board-search.ts';
import type { BoardView } from './board-view.ts';
import { encodeView } from './encode-view.ts';
import { createViewReader } from './create-view-reader.ts';

/** Changes a part of the view; the address follows. */
export type ChangeView = (
  change: Partial<BoardView> | ((view: BoardView) => Partial<BoardView>),
) => void;

/**
 * The view that an address asks for, and how to change it. A change shows at once and the address follows
 * when it is on the screen: browsers take several milliseconds to write one. An address that comes from
 * elsewhere, as by the back button, always wins.
 */
export function useBoardView(
  data: BoardData,
  search: BoardSearch,
  onSearch: (search: BoardSearch) => void,
): { readonly view: BoardView; readonly problems: readonly string[]; readonly change: ChangeView } {
  const { board } = data;
  const read = useMemo(
    () => createViewReader({ metrics: board.metrics, rows: board.rows, columns: data.columns() }),
    [board, data],
  );
  const { view: inAddress, problems } = useMemo(() => read(search), [read, search]);
  /** What has been changed here, until an address comes that was not written for it. */
  const [changed, setChanged] = useState<BoardView | null>(null);
  const view = changed ?? inAddress;
  const latest = useRef({ view, onSearch });
  const cancelWrite = useRef(() => {});
  /** Addresses that are written and have not come back yet. */
  const onTheWay = useRef<string[]>([]);
  useEffect(() => {
    latest.current = { view, onSearch };
  });

  useEffect(() => {
    const place = onTheWay.current.indexOf(JSON.stringify(encodeView(inAddress, board)));
    onTheWay.current.splice(0, place < 0 ? Infinity : place + 1);
    if (place >= 0) return;
    cancelWrite.current();
    setChanged(null);
  }, [inAddress, board]);

  useEffect(() => () => cancelWrite.current(), []);

  const change: ChangeView = useCallback(
    (change) => {
      const { view: before } = latest.current;
      const next = { ...before, ...(typeof change === 'function' ? change(before) : change) };
      // Several changes may come before anything is drawn.
      latest.current.view = next;
      setChanged(next);
      const encoded = encodeView(next, board);
      if (next.better !== before.better) {
        void import('./remembered-directions.ts').then(({ rememberDirections }) =>
          rememberDirections(localStorage, board.slug, encoded.better ?? ''),
        );
      }
      const { pathname } = location;
      cancelWrite.current();
      cancelWrite.current = afterPaint(() => {
        // Somebody is on the way to another page, whose address has come before its content.
        if (location.pathname !== pathname) return;
        onTheWay.current.push(JSON.stringify(encoded));
        latest.current.onSearch(encoded);
      });
    },
    [board],
  );

  // Only when the board is opened: from there on the address is right.
  useEffect(() => {
    let isCurrent = true;
    void import('./remembered-directions.ts').then(({ readRememberedDirections }) => {
      const { view: opened, onSearch } = latest.current;
      if (!isCurrent || opened.better.size > 0) return;
      const better = readRememberedDirections(localStorage, board.slug);
      if (better !== null) onSearch({ ...encodeView(opened, board), better });
    });
    return () => {
      isCurrent = false;
    };
  }, [board]);

  return { view, problems, change };
}
