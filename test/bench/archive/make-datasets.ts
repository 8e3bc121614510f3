import { mixDescription, mixTitle, type Corpus } from './corpus.ts';
import { inventName, slugOfName } from './field-names.ts';
import { inventWord } from './invented-words.ts';
import type { PaperRef } from './make-papers.ts';
import { twoDigits } from './paper-dates.ts';
import { itemOf, type Random } from './random.ts';

const MODALITIES = 39;
const LANGUAGES = 346;
/** Names of tasks that datasets are for. */
const TASKS = 1_848;
const NO_DATE = 0.36;

/** A dataset's name, another for every number; boards are named after the first ones. */
export const datasetName = inventName;

/** One dataset of the catalogue. Now and then one has hundreds of variants. */
export function makeDataset(
  corpus: Corpus,
  number: number,
  from: { readonly tasks: readonly string[]; readonly papers: readonly PaperRef[] },
  random: Random,
): Record<string, unknown> {
  const name = datasetName(number);
  const slug = slugOfName(name);
  const cited = random.chance(0.7) && from.papers.length > 0 ? random.pick(from.papers) : null;
  const variants = random.chance(0.003) ? random.between(50, 217) : random.count(0.45, 20);
  const tasks = Array.from({ length: random.count(0.55, 12) }, () =>
    itemOf(from.tasks, random.skewed(Math.min(TASKS, from.tasks.length), 2)),
  );
  return {
    url: `https://paperswithcode.com/dataset/${slug}`,
    name,
    full_name: random.pick(['', null, mixTitle(corpus, random)]),
    homepage: random.chance(0.8) ? `https://example.org/${slug}` : random.pick(['', null]),
    description: `The **${name}** dataset. ${mixDescription(corpus, random, random.between(2, 6))}\r\n\r\nSource: [${mixTitle(corpus, random)}](/paper/${slug})\r\nImage Source: [https://example.org](https://example.org/${slug}.png)`,
    paper: cited === null ? null : { title: cited.title, url: cited.paper_url ?? cited.url_abs },
    introduced_date: random.chance(NO_DATE) ? null : introducedDate(random),
    warning: random.chance(0.002) ? 'This dataset has been withdrawn.' : null,
    modalities: someOf('Modality', MODALITIES, random),
    tasks: tasks.map((task) => ({
      task,
      url: `https://paperswithcode.com/task/${slugOfName(task)}`,
    })),
    languages: random.chance(0.25) ? someOf('Language', LANGUAGES, random) : [],
    variants: [name, ...Array.from({ length: variants }, (_, one) => variantName(name, one))],
    num_papers: random.skewed(9_000, 3),
    data_loaders: Array.from({ length: random.count(0.2, 5) }, (_, one) => ({
      url: `https://github.com/loaders/${slug}-${one}`,
      repo: `https://github.com/loaders/${slug}`,
      frameworks: [random.pick(['tf', 'pytorch', 'jax'])],
    })),
  };
}

/** Name of a part of a dataset; boards are on these as well. */
export function variantName(name: string, number: number): string {
  const part = ['test', 'val', 'test-dev', '50-shot', 'unseen'][number % 5] ?? '';
  return number < 5 ? `${name} ${part}` : `${name} ${part} ${inventWord(number)}`;
}

function introducedDate(random: Random): string {
  const year = random.between(2005, 2025);
  if (random.chance(0.5)) return `${year}-01-01`;
  return `${year}-${twoDigits(random.between(1, 7))}-${twoDigits(random.between(1, 28))}`;
}

function someOf(kind: string, count: number, random: Random): string[] {
  const names = Array.from(
    { length: random.count(0.5, 4) },
    () => `${kind} ${random.skewed(count, 2)}`,
  );
  return [...new Set(names)];
}
