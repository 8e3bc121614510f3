import { Fields } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { slugOf } from '../slug-of.ts';
import { advertisementSigns } from './advertisement-signs.ts';
import type { CatalogueSlugs } from './catalogue-slugs.ts';
import { parseCitation } from './parse-citation.ts';
import type { RawMethod } from './raw-catalogue.ts';

/** The year that the archive gives to every method whose year it does not know. */
const DEFAULT_YEAR = 2000;

/** The collection of methods that belong nowhere. */
const CATCH_ALL = 'General';

/** A method of the catalogue, or null when it has no name; the reason is reported. */
export function parseMethod(
  record: JsonObject,
  slugs: CatalogueSlugs,
  report: DumpReport,
): RawMethod | null {
  const unnamed = new Fields(record, report, 'method');
  const name = unnamed.name('name') ?? unnamed.name('full_name');
  if (name === undefined) {
    report.drop('record without a name', `record ${report.read}`);
    return null;
  }
  const fields = new Fields(record, report, name);
  const slug = slugs.claim(fields.raw('url'), name);
  if (slug === null) return null;
  const paper = fields.object('paper');
  const fullName = fields.name('full_name');
  const description = fields.markdown('description');
  const sourceUrl = fields.address('source_url');
  const sourceTitle = fields.texText('source_title', 2_000);
  const code = fields.address('code_snippet_url');
  const introducedYear = parseYear(fields);
  const collections = parseCollections(fields, report, name);
  const papers = fields.count('num_papers');
  const advertisement = advertisementSigns({
    name,
    fullName,
    description,
    isCited: paper !== undefined || sourceUrl !== undefined || sourceTitle !== undefined,
    papers,
    hasTopic: collections.some((collection) => collection.name !== CATCH_ALL),
  });
  return {
    slug,
    name,
    ...(fullName !== undefined && fullName !== name && { fullName }),
    ...(description !== undefined && { description }),
    citation:
      paper === undefined
        ? parseCitation(fields, 'source_title', 'source_url')
        : parseCitation(new Fields(paper, report, name), 'title', 'url'),
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(sourceTitle !== undefined && { sourceTitle }),
    ...(code !== undefined && { code }),
    ...(introducedYear !== undefined && { introducedYear }),
    collections,
    papers,
    advertisement,
  };
}

function parseYear(fields: Fields): number | undefined {
  const year = fields.count('introduced_year');
  return year >= 1800 && year < 2100 && year !== DEFAULT_YEAR ? year : undefined;
}

function parseCollections(
  fields: Fields,
  report: DumpReport,
  method: string,
): RawMethod['collections'] {
  return fields.objects('collections').flatMap((entry) => {
    const collection = new Fields(entry, report, method);
    const name = collection.name('collection');
    if (name === undefined) return [];
    const area = collection.name('area');
    if (area === undefined) return [{ name }];
    return [{ name, area: { slug: slugOf(collection.name('area_id') ?? area), name: area } }];
  });
}
