import type { ArchiveSize } from './archive-size.ts';
import { mixTitle, type Corpus } from './corpus.ts';
import { inventName } from './field-names.ts';
import { datasetName, variantName } from './make-datasets.ts';
import type { PaperRef } from './make-papers.ts';
import { itemOf, shuffled, type Random } from './random.ts';
import { drawStyle, formatValue } from './row-values.ts';

const NO_PAPER = 0.03;
const NO_MODEL = 0.0015;
/** Papers of rows that the archive does not have. */
const UNKNOWN_PAPER = 0.15;
const LOWER_IS_BETTER = 0.12;
const MOST_TRIES = 50;
const ON_SUBDATASET = 0.05;
/** Rows of the n-th largest board fall with n to this power: the largest has some 1,500. */
const ROWS_POWER = 0.8;

/** Makes boards, with so many rows in all as the size says. */
export class BoardSource {
  readonly #corpus: Corpus;
  readonly #size: ArchiveSize;
  readonly #metrics: readonly string[];
  readonly #papers: readonly PaperRef[];
  readonly #random: Random;
  /** Rows of the boards to come. */
  readonly #rowCounts: number[];

  constructor(
    corpus: Corpus,
    size: ArchiveSize,
    from: { readonly metrics: readonly string[]; readonly papers: readonly PaperRef[] },
    random: Random,
  ) {
    this.#corpus = corpus;
    this.#size = size;
    this.#metrics = from.metrics;
    this.#papers = from.papers;
    this.#random = random;
    this.#rowCounts = shuffled(planRowCounts(size), random);
  }

  /**
   * The next board, in the dataset that it is on.
   * @param taken names of the datasets that the task has boards on.
   */
  next(taken: ReadonlySet<unknown>): Record<string, unknown> {
    const random = this.#random;
    let name = datasetName(random.skewed(this.#size.datasets, 2));
    // A small archive may run out of datasets for a large task: names go on after the catalogue's.
    for (let tries = 0; taken.has(name); tries++) {
      const isOutside = tries > MOST_TRIES;
      name = datasetName(
        isOutside ? this.#size.datasets + tries : random.skewed(this.#size.datasets, 2),
      );
    }
    const board = { sota: this.#sota(this.#rowCounts.pop() ?? 1) };
    if (random.chance(ON_SUBDATASET)) {
      const part = dataset(variantName(name, random.below(5)), { ...board, subdatasets: [] });
      return dataset(name, { sota: { metrics: [], rows: [] }, subdatasets: [part] });
    }
    return dataset(name, { ...board, subdatasets: [] });
  }

  #sota(count: number) {
    const random = this.#random;
    const metrics = new Set<string>();
    const wanted = Math.min(this.#metrics.length, 1 + random.count(0.5, 30));
    while (metrics.size < wanted) {
      metrics.add(itemOf(this.#metrics, random.skewed(this.#metrics.length, 2)));
    }
    const names = [...metrics];
    const styles = names.map(() => drawStyle(random));
    const step = (random.chance(LOWER_IS_BETTER) ? 1 : -1) * (random.unit() + 0.05);
    const first = random.between(40, 99);
    const rows = Array.from({ length: count }, (_, place) => {
      const values = names.map((name, at): [string, string] => {
        const base = Math.abs(first + (place * step * 10) / count);
        const value = at === 0 ? base : base * (0.5 + random.unit());
        return [name, formatValue(value, itemOf(styles, at), random)];
      });
      const kept = values.filter((_value, at) => at === 0 || random.chance(0.8));
      return this.#row(Object.fromEntries(kept));
    });
    return { metrics: names, rows };
  }

  #row(metrics: Record<string, string>): Record<string, unknown> {
    const random = this.#random;
    const paper = random.chance(NO_PAPER) ? null : this.#paper();
    const model = random.chance(NO_MODEL) ? '' : inventName(random.below(60_000));
    const decoration = random.chance(0.02)
      ? random.pick(['<sub>ext</sub>', '†', ' | large', ' 🚀'])
      : '';
    return {
      model_name: `${model}${random.chance(0.3) ? ` (${random.pick(['ours', 'ResNet-50', 'ViT-L', 'ensemble', '10 epochs'])})` : ''}${decoration}`,
      paper_title: paper?.title ?? '',
      paper_url: paper?.url ?? '',
      paper_date: paper?.date ?? null,
      code_links: Array.from({ length: random.count(0.4, 12) }, (_, one) => ({
        title: `user${one}/repo`,
        url: `https://github.com/user${random.below(90_000)}/repo${one}`,
      })),
      model_links: [],
      metrics,
      ...(random.chance(0.5) && { uses_additional_data: random.chance(0.1) }),
    };
  }

  /** A paper as rows cite them: mostly by another address than its page of the archive. */
  #paper(): { title: string; url: string; date: string | null } {
    const random = this.#random;
    if (this.#papers.length === 0 || random.chance(UNKNOWN_PAPER)) {
      const number = random.below(9_000);
      return {
        title: mixTitle(this.#corpus, random),
        url: `https://openreview.net/forum?id=unknown${number}`,
        date: random.chance(0.01) ? '2222-12-22' : '2021-05-01',
      };
    }
    const paper = itemOf(this.#papers, random.skewed(this.#papers.length, 2));
    const { title, date, arxiv_id, paper_url, url_abs } = paper;
    if (arxiv_id !== null && random.chance(0.8)) {
      const scheme = random.pick(['http', 'https']);
      return { title, date, url: `${scheme}://arxiv.org/abs/${arxiv_id}v${random.between(1, 4)}` };
    }
    return { title, date, url: (random.chance(0.4) ? paper_url : url_abs) ?? '' };
  }
}

/** Rows of every board, the largest first; each has one at least. */
function planRowCounts({ boards, rows }: ArchiveSize): number[] {
  const weights = Array.from({ length: boards }, (_, place) => (place + 1) ** -ROWS_POWER);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let owed = 0;
  return weights.map((weight) => {
    owed += ((rows - boards) * weight) / total;
    const further = Math.round(owed);
    owed -= further;
    return 1 + further;
  });
}

function dataset(name: string, rest: Record<string, unknown>): Record<string, unknown> {
  return { dataset: name, description: '', dataset_citations: [], dataset_links: [], ...rest };
}
