import type { Method, MethodListing } from '../../format/records/method.ts';
import type { Link } from '../../format/records/shared.ts';
import type { ArchiveContent } from '../archive-content.ts';
import type { RawMethod } from '../catalogue/raw-catalogue.ts';
import { compareText } from '../compare-text.ts';
import { defined, unlessEmpty } from '../defined.ts';
import { listOf } from '../int-lists.ts';
import { latestOf } from './latest.ts';

const MAX_LATEST = 10;

/** Records of all methods, by slug. */
export function makeMethods(content: ArchiveContent): Method[] {
  const byId = content.papers.papersByMethod();
  const ids = new Map<RawMethod, number>();
  for (const [id, { method }] of content.papers.methodNames.list.entries()) {
    if (method !== null) ids.set(method, id);
  }
  return content.methods
    .toSorted((a, b) => compareText(a.slug, b.slug))
    .map((raw): Method => {
      const id = ids.get(raw);
      const papers = id === undefined ? [] : listOf(byId, id);
      return defined({
        slug: raw.slug,
        name: raw.name,
        fullName: raw.fullName,
        description: raw.description,
        paper: content.joined.cited.get(raw.citation),
        source: sourceOf(raw),
        code: raw.code,
        introducedYear: raw.introducedYear,
        collections: unlessEmpty(raw.collections),
        papers: raw.papers,
        latest: unlessEmpty(latestOf(papers, MAX_LATEST, content)),
        advertisement: unlessEmpty(raw.advertisement),
      });
    });
}

function sourceOf({ sourceUrl, sourceTitle }: RawMethod): Link | undefined {
  return sourceUrl === undefined ? undefined : defined({ title: sourceTitle, url: sourceUrl });
}

/** Lines of the list of methods, most papers first. */
export function listMethods(methods: readonly Method[]): MethodListing[] {
  return methods
    .map(({ slug, name, fullName, collections = [], papers, advertisement }): MethodListing => {
      return defined({
        slug,
        name,
        fullName,
        areas: unlessEmpty(new Set(collections.flatMap(({ area }) => area?.name ?? []))),
        collections: unlessEmpty(collections.map((collection) => collection.name)),
        papers,
        isAdvertisement: advertisement === undefined ? undefined : (true as const),
      });
    })
    .sort((a, b) => b.papers - a.papers || compareText(a.slug, b.slug));
}
