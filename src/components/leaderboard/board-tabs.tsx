import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Board } from '../../format/records/board.ts';
import type { BoardView } from './board-view.ts';
import { encodeView } from './encode-view.ts';
import './board-tabs.css';

const LABELS: Record<BoardView['tab'], string> = {
  results: 'Leaderboard',
  records: 'Records over time',
  compare: 'Compare',
  dataset: 'Dataset',
};

/** The sides that a board can be looked at from. Links, so that each can be opened and shared. */
export const BoardTabs = memo(function BoardTabs({
  board,
  view,
  tabs,
}: {
  readonly board: Board;
  readonly view: BoardView;
  readonly tabs: readonly BoardView['tab'][];
}) {
  return (
    <nav className="board-tabs no-print" aria-label="Sides of this board">
      {tabs.map((tab) => (
        <Link
          key={tab}
          to="/sota/$board"
          params={{ board: board.slug }}
          search={encodeView({ ...view, tab }, board)}
          replace
          resetScroll={false}
          preload={false}
          // The router marks the link that leads where we are, and all of them lead to this page: only
          // one with the very same search. An address can say the same in other ways, too.
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={tab === view.tab ? 'page' : undefined}
        >
          {LABELS[tab]}
          {tab === 'compare' && view.selected.length > 0 && ` (${view.selected.length})`}
        </Link>
      ))}
    </nav>
  );
});
