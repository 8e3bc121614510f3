import type { Model } from '../../format/records/model.ts';
import type { Link, PaperCard } from '../../format/records/shared.ts';
import type { SoughtModel } from '../../leaderboard/model-results.ts';
import { FilterSelect } from '../catalogue/filter-select.tsx';
import { formatPlural } from '../format/numbers.ts';
import { CodeLinks } from '../leaderboard/code-links.tsx';
import { ModelName } from '../leaderboard/model-name.tsx';
import { SiteLink } from '../site-link.tsx';
import { MathText } from '../text/math-text.tsx';
import { SeriesMark } from './series-mark.tsx';
import { TakeOut } from './take-out.tsx';

/** What the shared boards say of a model: its papers, first by the number of rows, and their code. */
export interface ModelSources {
  readonly papers: readonly PaperCard[];
  /** Each address once. */
  readonly code: readonly Link[];
}

/** The models that are compared, each with its mark, papers and code. */
export function ModelCards({
  models,
  records,
  sources,
  onTakeOut,
  onKeepTo,
}: {
  readonly models: readonly SoughtModel[];
  /** One a model; null for one that the archive does not know. */
  readonly records: readonly (Model | null)[];
  /** One a model, whatever paper it is kept to. */
  readonly sources: readonly ModelSources[];
  readonly onTakeOut: (model: number) => void;
  readonly onKeepTo: (model: number, paper: string | null) => void;
}) {
  return (
    <ul className="plain model-cards">
      {models.map((model, place) => {
        const record = records[place] ?? null;
        const { papers = [], code = [] } = sources[place] ?? {};
        const shown = papers.filter(({ slug }) => model.paper === null || slug === model.paper);
        const [first, ...others] = shown;
        return (
          <li key={model.name} className="model-card">
            <h2>
              <SeriesMark model={place} /> <ModelName name={record?.name ?? model.name} />
            </h2>
            <p className="muted small">
              {record === null
                ? 'No row of the archive has this name.'
                : `On ${formatPlural(record.boards.length, 'board')}`}
              {record?.papers !== undefined && `, from ${record.papers} papers under this name`}
            </p>
            {first !== undefined && (
              <p className="small model-card-paper">
                <SiteLink to={`/paper/${encodeURIComponent(first.slug)}`}>
                  <MathText text={first.title} />
                </SiteLink>
                {others.length > 0 && (
                  <span className="muted"> and {formatPlural(others.length, 'other paper')}</span>
                )}
              </p>
            )}
            {(papers.length > 1 || model.paper !== null) && (
              <div className="model-card-keep no-print">
                <FilterSelect
                  label="Rows of"
                  value={model.paper ?? ''}
                  options={[
                    { value: '', label: 'any paper' },
                    ...(model.paper !== null && first === undefined
                      ? [{ value: model.paper, label: model.paper }]
                      : []),
                    ...papers.map(({ slug, title }) => ({ value: slug, label: title })),
                  ]}
                  onChange={(slug) => onKeepTo(place, slug === '' ? null : slug)}
                />
              </div>
            )}
            <div className="model-card-foot">
              {code.length > 0 ? (
                <CodeLinks links={code} />
              ) : (
                <span className="muted small">No code on these boards</span>
              )}
              <TakeOut name={model.name} onTakeOut={() => onTakeOut(place)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
