import { dateOfDay, dayOf, lastDayOf } from '../../../leaderboard/day.ts';
import { FilterSelect } from '../../catalogue/filter-select.tsx';
import { formatCount } from '../../format/numbers.ts';
import type { BoardView, GroupBy } from '../board-view.ts';
import { FACETS, type Facet } from '../facets.ts';
import type { PanelProps } from './board-panel.tsx';

const GROUPS: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'scale', label: 'Size of the model' },
  { value: 'extra', label: 'Extra data' },
  { value: 'year', label: 'Year' },
  { value: 'repeats', label: 'Models with several rows' },
];

/** What keeps rows apart that cannot be compared: extra data, size, hints in names; dates and code. */
export function FilterPanel({ data, view, change }: PanelProps) {
  const { rows } = data.board;
  const facets = FACETS.map((facet) => ({
    facet,
    count: rows.filter((_, place) => facet.isIn(data, place)).length,
  })).filter(({ count, facet }) => count > 0 || [...view.only, ...view.without].includes(facet.id));
  const hasExtra = rows.some(({ extraData }) => extraData !== undefined);
  return (
    <div className="filter-panel">
      <div className="filter-panel-row">
        {hasExtra && (
          <FilterSelect
            label="Extra data"
            value={view.extra}
            options={[
              { value: 'all', label: 'All results' },
              { value: 'without', label: 'Hide extra data' },
              { value: 'with', label: 'Only extra data' },
            ]}
            onChange={(extra) => change({ extra: extra as BoardView['extra'] })}
          />
        )}
        <label className="filter-switch">
          <input
            type="checkbox"
            checked={view.isCodeOnly}
            onChange={(event) => change({ isCodeOnly: event.target.checked })}
          />
          With code only
        </label>
        <DateField
          label="From"
          day={view.from === null ? null : dayOf(view.from)}
          onChange={(from) => change({ from })}
        />
        <DateField
          label="As of"
          day={view.until === null ? null : lastDayOf(view.until)}
          onChange={(until) => change({ until })}
        />
        <FilterSelect
          label="Group by"
          value={view.group}
          options={GROUPS}
          onChange={(group) => change({ group: group as GroupBy })}
        />
      </div>
      {facets.length > 0 && (
        <fieldset className="facet-list">
          <legend>By what names and sizes say. Once: only these; twice: without them.</legend>
          {facets.map(({ facet, count }) => (
            <FacetButton
              key={facet.id}
              facet={facet}
              count={count}
              state={
                view.only.includes(facet.id)
                  ? 'only'
                  : view.without.includes(facet.id)
                    ? 'without'
                    : 'all'
              }
              onChange={(state) => change(setFacet(view, facet.id, state))}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

type FacetState = 'all' | 'only' | 'without';
const NEXT: Record<FacetState, FacetState> = { all: 'only', only: 'without', without: 'all' };
const STATES: Record<FacetState, string> = { all: '', only: 'only ', without: 'without ' };

function FacetButton({
  facet,
  count,
  state,
  onChange,
}: {
  readonly facet: Facet;
  readonly count: number;
  readonly state: FacetState;
  readonly onChange: (state: FacetState) => void;
}) {
  return (
    <button
      type="button"
      className="facet"
      data-state={state}
      aria-pressed={state !== 'all'}
      onClick={() => onChange(NEXT[state])}
    >
      {STATES[state]}
      {facet.label} <span className="facet-count">{formatCount(count)}</span>
    </button>
  );
}

function setFacet(view: BoardView, id: string, state: FacetState): Partial<BoardView> {
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return {
    only: state === 'only' ? [...others(view.only), id] : others(view.only),
    without: state === 'without' ? [...others(view.without), id] : others(view.without),
  };
}

/** A day. Of a year or a month, which an address can have, it is the day that the filter goes by. */
function DateField({
  label,
  day,
  onChange,
}: {
  readonly label: string;
  readonly day: number | null;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <label className="filter-select">
      {label}
      <input
        type="date"
        value={day === null ? '' : dateOfDay(day)}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </label>
  );
}
