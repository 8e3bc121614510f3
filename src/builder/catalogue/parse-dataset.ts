import { slugOfArchiveUrl } from '../../format/addresses.ts';
import { Fields } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { slugOf } from '../slug-of.ts';
import { advertisementSigns } from './advertisement-signs.ts';
import type { CatalogueSlugs } from './catalogue-slugs.ts';
import { parseCitation } from './parse-citation.ts';
import type { RawDataset } from './raw-catalogue.ts';

/** A dataset of the catalogue, or null when it has no name; the reason is reported. */
export function parseDataset(
  record: JsonObject,
  slugs: CatalogueSlugs,
  report: DumpReport,
): RawDataset | null {
  const name = new Fields(record, report, 'dataset').name('name');
  if (name === undefined) {
    report.drop('record without a name', `record ${report.read}`);
    return null;
  }
  const fields = new Fields(record, report, name);
  const slug = slugs.claim(fields.raw('url'), name);
  if (slug === null) return null;
  const paper = fields.object('paper');
  const fullName = fields.name('full_name');
  const homepage = fields.address('homepage');
  const description = fields.markdown('description');
  const warning = fields.name('warning');
  const introduced = fields.date('introduced_date');
  const modalities = fields.names('modalities');
  const tasks = parseTasks(fields, report, name);
  const papers = fields.count('num_papers');
  const advertisement = advertisementSigns({
    name,
    fullName,
    description,
    isCited: paper !== undefined,
    papers,
    hasTopic: modalities.length + tasks.length > 0,
  });
  return {
    slug,
    name,
    ...(fullName !== undefined && fullName !== name && { fullName }),
    ...(homepage !== undefined && { homepage }),
    ...(description !== undefined && { description }),
    ...(warning !== undefined && { warning }),
    citation:
      paper === undefined ? null : parseCitation(new Fields(paper, report, name), 'title', 'url'),
    ...(introduced !== undefined && { introduced }),
    modalities,
    languages: fields.names('languages'),
    variants: fields.names('variants'),
    tasks,
    loaders: parseLoaders(fields, report, name),
    papers,
    advertisement,
  };
}

function parseTasks(fields: Fields, report: DumpReport, dataset: string): RawDataset['tasks'] {
  const tasks = new Map<string, { slug: string; name: string }>();
  for (const entry of fields.objects('tasks')) {
    const task = new Fields(entry, report, dataset);
    const name = task.name('task');
    if (name === undefined) {
      report.drop('task of a dataset without a name', dataset);
      continue;
    }
    const url = task.raw('url');
    const slug = (url === undefined ? null : slugOfArchiveUrl(url)) ?? slugOf(name);
    if (!tasks.has(slug)) tasks.set(slug, { slug, name });
  }
  return [...tasks.values()];
}

function parseLoaders(fields: Fields, report: DumpReport, dataset: string): RawDataset['loaders'] {
  return fields.objects('data_loaders').flatMap((entry) => {
    const loader = new Fields(entry, report, dataset);
    const url = loader.address('url');
    if (url === undefined) return [];
    const repo = loader.address('repo');
    const frameworks = loader.names('frameworks').filter((name) => name.toLowerCase() !== 'none');
    return [
      {
        url,
        ...(repo !== undefined && { repo }),
        ...(frameworks.length > 0 && { frameworks }),
      },
    ];
  });
}
