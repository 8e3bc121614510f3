import { nameKey } from '../../format/name-key.ts';
import type { Paper } from '../../format/records/paper.ts';
import type { YearCounts } from '../../format/records/shared.ts';
import type { Trends, TrendSeries } from '../../format/records/trends.ts';
import { compareText } from '../compare-text.ts';
import { defined } from '../defined.ts';

const MAX_FRAMEWORKS = 12;
const MAX_SERIES = 30;

interface Series {
  readonly slug: string | undefined;
  readonly name: string;
  readonly byYear: Map<number, number>;
  total: number;
}

/** Counts papers, their code, tasks and methods by the year of their dates. */
export class TrendCollector {
  readonly #years = new Map<number, { papers: number; withCode: number }>();
  readonly #frameworks = new Map<string, Series>();
  readonly #tasks = new Map<string, Series>();
  readonly #methods = new Map<string, Series>();

  /** @param isDated the paper's date is believed; others count nowhere. */
  add({ date, repositories = [], tasks = [], methods = [] }: Paper, isDated: boolean): void {
    if (!isDated || date === undefined) return;
    const year = Number(date.slice(0, 4));
    const counts = this.#years.get(year) ?? { papers: 0, withCode: 0 };
    counts.papers++;
    if (repositories.length > 0) counts.withCode++;
    this.#years.set(year, counts);
    for (const { framework } of repositories) {
      if (framework !== undefined) note(this.#frameworks, undefined, framework, year);
    }
    for (const { slug, name } of tasks) note(this.#tasks, slug, name, year);
    for (const { slug, name } of methods) note(this.#methods, slug, name, year);
  }

  /** @param results rows of all boards by year. */
  finish(results: YearCounts | undefined): Trends {
    const known = [...this.#years.keys()].sort((a, b) => a - b);
    const first = known[0] ?? 0;
    const length = known.length === 0 ? 0 : (known.at(-1) ?? 0) - first + 1;
    const years = Array.from({ length }, (_, place) => first + place);
    return {
      years: years.map((year) => ({
        year,
        papers: this.#years.get(year)?.papers ?? 0,
        withCode: this.#years.get(year)?.withCode ?? 0,
        results: results?.counts[year - results.first] ?? 0,
      })),
      frameworks: biggest(this.#frameworks, MAX_FRAMEWORKS, years),
      tasks: biggest(this.#tasks, MAX_SERIES, years),
      methods: biggest(this.#methods, MAX_SERIES, years),
    };
  }
}

function note(
  all: Map<string, Series>,
  slug: string | undefined,
  name: string,
  year: number,
): void {
  const key = slug ?? nameKey(name);
  const series = all.get(key) ?? { slug, name, byYear: new Map<number, number>(), total: 0 };
  series.byYear.set(year, (series.byYear.get(year) ?? 0) + 1);
  series.total++;
  all.set(key, series);
}

function biggest(
  all: ReadonlyMap<string, Series>,
  most: number,
  years: readonly number[],
): TrendSeries[] {
  return [...all.values()]
    .sort((a, b) => b.total - a.total || compareText(a.name, b.name))
    .slice(0, most)
    .map(({ slug, name, byYear }) =>
      defined({ slug, name, counts: years.map((year) => byYear.get(year) ?? 0) }),
    );
}
