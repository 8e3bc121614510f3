import { useEffect, useState } from 'react';
import { FilterBox } from '../catalogue/filter-box.tsx';
import { CopyIcon } from '../icons/icons.tsx';
import type { BoardView } from './board-view.ts';
import type { ChangeView } from './use-board-view.ts';

export type Panel = 'filters' | 'columns' | 'export';

const LABELS: Record<Panel, string> = { filters: 'Filters', columns: 'Columns', export: 'Export' };
const PANELS: readonly Panel[] = ['filters', 'columns', 'export'];

/** What can be done with the table: search in it, filter, choose columns, take it along, share the view. */
export default function BoardToolbar({
  text,
  onText,
  view,
  change,
  panel,
  onPanel,
  hasChart,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly view: BoardView;
  readonly change: ChangeView;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
  readonly hasChart: boolean;
}) {
  const filters = countFilters(view);
  return (
    <div className="board-toolbar no-print">
      <FilterBox label="Search in results" text={text} onChange={onText} />
      <div className="board-toolbar-buttons">
        {PANELS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-expanded={panel === one}
            onClick={() => onPanel(panel === one ? null : one)}
          >
            {LABELS[one]}
            {one === 'filters' && filters > 0 && <span className="count-mark">{filters}</span>}
          </button>
        ))}
        {hasChart && (
          <button
            type="button"
            className="button"
            aria-pressed={view.chart.isShown}
            onClick={() => change({ chart: { ...view.chart, isShown: !view.chart.isShown } })}
          >
            Chart
          </button>
        )}
        <CopyLink />
      </div>
    </div>
  );
}

/** Filters that are set, without the search. */
function countFilters(view: BoardView): number {
  const { extra, isCodeOnly, from, until, only, without, group } = view;
  const isSet = [extra !== 'all', isCodeOnly, from !== null, until !== null, group !== 'none'];
  return isSet.filter(Boolean).length + only.length + without.length;
}

/** The address holds the whole view: sharing it is copying it. */
function CopyLink() {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 4000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      setState('copied');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <button type="button" className="button" aria-label="Copy link" onClick={() => void copy()}>
        <CopyIcon />{' '}
        <span className="board-button-text">{state === 'copied' ? 'Copied' : 'Copy link'}</span>
      </button>
      <span role="status" className="small muted">
        {state === 'failed' && 'Copying is not allowed here: take it from the address bar.'}
        {state === 'copied' && <span className="visually-hidden">Link copied</span>}
      </span>
    </>
  );
}
