import { useCallback, useEffect, useMemo, useRef } from 'react';
import { planColumns, type BoardColumn } from './board-columns.ts';
import type { BoardData } from './board-data.ts';
import type { BoardSearch } from './board-search.ts';
import type { BoardView } from './board-view.ts';
import { encodeView } from './encode-view.ts';
import { createViewReader } from './create-view-reader.ts';

/** Changes a part of the view; the address follows. */
export type ChangeView = (
  change: Partial<BoardView> | ((view: BoardView) => Partial<BoardView>),
) => void;

/** The view that an address asks for, and how to change it. The address is its only home. */
export function useBoardView(
  data: BoardData,
  search: BoardSearch,
  onSearch: (search: BoardSearch) => void,
): {
  readonly view: BoardView;
  readonly problems: readonly string[];
  readonly columns: readonly BoardColumn[];
  readonly change: ChangeView;
} {
  const { board } = data;
  const columns = useMemo(() => planColumns(board), [board]);
  const read = useMemo(
    () => createViewReader({ metrics: board.metrics, rows: board.rows, columns }),
    [board, columns],
  );
  const { view, problems } = useMemo(() => read(search), [read, search]);
  const latest = useRef({ view, onSearch });
  useEffect(() => {
    latest.current = { view, onSearch };
  });

  const change: ChangeView = useCallback(
    (change) => {
      const { view: before, onSearch } = latest.current;
      const next = { ...before, ...(typeof change === 'function' ? change(before) : change) };
      // Several changes may come before the address has followed.
      latest.current.view = next;
      const encoded = encodeView(next, board);
      if (next.better !== before.better) {
        void import('./remembered-directions.ts').then(({ rememberDirections }) =>
          rememberDirections(localStorage, board.slug, encoded.better ?? ''),
        );
      }
      onSearch(encoded);
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

  return { view, problems, columns, change };
}
