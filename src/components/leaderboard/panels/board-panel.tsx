import type { Paper } from '../../../format/records/paper.ts';
import type { BoardColumn } from '../board-columns.ts';
import type { BoardData } from '../board-data.ts';
import type { Panel } from '../board-toolbar.tsx';
import type { BoardView } from '../board-view.ts';
import type { Selection } from '../select-rows.ts';
import type { ChangeView } from '../use-board-view.ts';
import { ColumnPanel } from './column-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import './board-panel.css';

export interface PanelProps {
  readonly data: BoardData;
  readonly view: BoardView;
  /** All columns that the board can show, and those shown now in their order. */
  readonly columns: readonly BoardColumn[];
  readonly shown: readonly BoardColumn[];
  readonly selection: Selection;
  readonly change: ChangeView;
  readonly readPaper: (slug: string) => Promise<Paper | null>;
}

/** What opens between the tools and the table. */
export default function BoardPanel({ panel, ...props }: PanelProps & { readonly panel: Panel }) {
  switch (panel) {
    case 'filters':
      return <FilterPanel {...props} />;
    case 'columns':
      return <ColumnPanel {...props} />;
    case 'export':
      return <ExportPanel {...props} />;
  }
}
