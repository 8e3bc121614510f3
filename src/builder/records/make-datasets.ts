import type { Dataset, DatasetListing } from '../../format/records/dataset.ts';
import type { LooseRef } from '../../format/records/shared.ts';
import { groupBy, type ArchiveContent } from '../archive-content.ts';
import { compareText } from '../compare-text.ts';
import { defined, unlessEmpty } from '../defined.ts';
import { mostRowsFirst, taskSlugOf } from './make-tasks.ts';

/** Records of all datasets, by slug. */
export function makeDatasets(content: ArchiveContent): Dataset[] {
  const boards = groupBy(content.boards, (board) => board.dataset.slug);
  return content.datasets
    .toSorted((a, b) => compareText(a.slug, b.slug))
    .map((raw): Dataset => {
      const own = (boards.get(raw.slug) ?? []).map((board) => content.summaries.get(board));
      return defined({
        slug: raw.slug,
        name: raw.name,
        fullName: raw.fullName,
        homepage: raw.homepage,
        description: raw.description,
        warning: raw.warning,
        paper: content.joined.cited.get(raw.citation),
        introduced: raw.introduced,
        modalities: unlessEmpty(raw.modalities),
        languages: unlessEmpty(raw.languages),
        variants: unlessEmpty(raw.variants),
        tasks: unlessEmpty(raw.tasks.map((task) => taskOf(task, content))),
        loaders: unlessEmpty(raw.loaders),
        papers: raw.papers,
        boards: unlessEmpty(mostRowsFirst(own)),
        advertisement: unlessEmpty(raw.advertisement),
      });
    });
}

function taskOf(task: { slug: string; name: string }, content: ArchiveContent): LooseRef {
  return defined({ slug: taskSlugOf(task, content), name: task.name });
}

/** Lines of the list of datasets, most papers first. */
export function listDatasets(datasets: readonly Dataset[]): DatasetListing[] {
  return datasets
    .map((dataset): DatasetListing => {
      const { slug, name, fullName, modalities, introduced, papers, boards, advertisement } =
        dataset;
      return defined({
        slug,
        name,
        fullName,
        modalities,
        introduced,
        papers,
        boards: boards?.length ?? 0,
        isAdvertisement: advertisement === undefined ? undefined : (true as const),
      });
    })
    .sort((a, b) => b.papers - a.papers || compareText(a.slug, b.slug));
}
