import { useMemo } from 'react';
import type { Board } from '../../format/records/board.ts';
import type { Model } from '../../format/records/model.ts';
import {
  compareOnBoard,
  countResults,
  standingOf,
  type BoardComparison,
} from '../../leaderboard/compare-models.ts';
import { AddressProblem } from '../catalogue/address-problem.tsx';
import { FilterSelect } from '../catalogue/filter-select.tsx';
import { formatPlural } from '../format/numbers.ts';
import type { CompareSearch } from './compare-search.ts';
import { describeWins } from './describe-wins.ts';
import { ModelCards } from './model-cards.tsx';
import { encodeModelsView, MAX_MODELS, type ModelsView } from './models-view.ts';
import { NamePicker } from './name-picker.tsx';
import { readSources } from './read-sources.ts';
import { resolveModelsView } from './resolve-models-view.ts';
import { StandingsTable } from './standings-table.tsx';
import { suggestModels } from './suggest-models.ts';
import { WinsTable } from './wins-table.tsx';

const SUGGESTED = 30;

/** Two to five models over every board that holds them. What is chosen stands in the address. */
export function ModelComparison({
  search,
  records,
  boards,
  onSearch,
  readModels,
}: {
  readonly search: CompareSearch;
  /** One a model of the address; null for one that the archive does not know. */
  readonly records: readonly (Model | null)[];
  /** All that hold two of the models or more. */
  readonly boards: readonly Board[];
  readonly onSearch: (search: CompareSearch) => void;
  readonly readModels: () => Promise<Model[]>;
}) {
  const { view, problems } = useMemo(() => resolveModelsView(search), [search]);
  const { models } = view;
  const change = (part: Partial<ModelsView>) => onSearch(encodeModelsView({ ...view, ...part }));
  const comparisons = useMemo(
    () => boards.flatMap((board) => compareOnBoard(board, models) ?? []),
    [boards, models],
  );
  const sources = useMemo(
    () => models.map((model) => readSources(boards, model)),
    [boards, models],
  );
  const whole = comparisons.filter(({ results }) => countResults(results) === models.length);
  // Where no board holds all of them there is nothing to choose.
  const hasChoice = models.length > 2 && whole.length > 0;
  const shown = arrange(hasChoice && view.held === 'all' ? whole : comparisons, view.arrange);
  const names = models.map(({ name }, place) => records[place]?.name ?? name);
  const known = records.filter((record) => record !== null);

  return (
    <>
      <AddressProblem problem={problems.length === 0 ? null : problems.join(' ')} />
      <ModelCards
        models={models}
        records={records}
        sources={sources}
        onTakeOut={(out) => change({ models: models.filter((_, place) => place !== out) })}
        onKeepTo={(kept, paper) =>
          change({
            models: models.map((model, place) => (place === kept ? { ...model, paper } : model)),
          })
        }
      />
      {models.length < MAX_MODELS && (
        <NamePicker
          label={models.length === 0 ? 'Find a model by name' : 'Add a model'}
          read={readModels}
          suggest={(all, query) =>
            suggestModels(all, known, query, SUGGESTED).map(({ model, shared }) => ({
              id: model.name,
              label: model.name,
              hint:
                known.length === 0
                  ? `on ${formatPlural(shared, 'board')}`
                  : `on ${formatPlural(model.boards.length, 'board')}, ${shared} shared`,
            }))
          }
          onPick={(name) => change({ models: [...models, { name, paper: null }] })}
        />
      )}
      {models.length < 2 ? (
        <p className="muted compare-hint">
          {models.length === 0
            ? 'Choose two to five models. They are compared on every leaderboard that holds them.'
            : 'Choose another model: those with most shared boards are offered first.'}
        </p>
      ) : (
        <section className="page-section">
          <h2>{formatPlural(shown.length, 'shared board', 'shared boards')}</h2>
          {shown.length === 0 ? (
            <p>No board has numbers of two of these models by one metric.</p>
          ) : (
            <p className="page-lead">
              {models.length > 2 && !hasChoice && `No board holds all ${models.length} models. `}
              {describeWins(shown, names)}
            </p>
          )}
          {models.length > 2 && shown.length > 0 && <WinsTable comparisons={shown} names={names} />}
          <div className="compare-bar no-print">
            {hasChoice && (
              <FilterSelect
                label="Boards that hold"
                value={view.held}
                options={[
                  { value: 'all', label: `all of them (${whole.length})` },
                  { value: 'two', label: `two or more (${comparisons.length})` },
                ]}
                onChange={(held) => change({ held: held === 'two' ? 'two' : 'all' })}
              />
            )}
            {shown.length > 1 && (
              <FilterSelect
                label="First"
                value={view.arrange}
                options={[
                  { value: 'results', label: 'most results' },
                  { value: 'gap', label: 'widest gap' },
                  { value: 'name', label: 'by name' },
                ]}
                onChange={(chosen) =>
                  change({ arrange: chosen === 'gap' || chosen === 'name' ? chosen : 'results' })
                }
              />
            )}
          </div>
          {shown.length > 0 && <StandingsTable comparisons={shown} names={names} />}
          <p className="muted small compare-rule">
            Rows are of one model when their names agree without case, blanks and dashes. Each board
            counts once: by the first metric whose better side is known and that most of the models
            have numbers for, each model by its best row. The marks show where a model stands among
            all that the board ranks. Values are as the archive has them.
          </p>
        </section>
      )}
    </>
  );
}

function arrange(
  comparisons: readonly BoardComparison[],
  by: ModelsView['arrange'],
): readonly BoardComparison[] {
  const nameOf = ({ board }: BoardComparison) =>
    `${board.task.name} on ${board.dataset.name}`.toLowerCase();
  switch (by) {
    case 'results':
      return comparisons.toSorted((a, b) => b.board.rows.length - a.board.rows.length);
    case 'gap':
      return comparisons.toSorted((a, b) => gapOf(b) - gapOf(a));
    case 'name':
      return comparisons.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }
}

/** How far the best and the worst of the models stand apart, 0 to 1; -1 where nothing can be said. */
function gapOf({ metric, results }: BoardComparison): number {
  const standings = results.flatMap((result) => standingOf(metric, result?.rank ?? null) ?? []);
  return standings.length < 2 ? -1 : Math.max(...standings) - Math.min(...standings);
}
