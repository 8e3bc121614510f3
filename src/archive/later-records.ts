import { AliasSchema, aliasKey } from '../format/records/alias.ts';
import { NameSchema, type Name, type NameKind } from '../format/records/name.ts';
import { PaperResultsSchema, type Result } from '../format/records/paper.ts';
import { TrendsSchema, type Trends } from '../format/records/trends.ts';
import { VenueSchema, type Venue } from '../format/records/venue.ts';
import type { Archive } from './archive.ts';

/** Slugs of the records that go by a name, whatever its case and punctuation; none in older snapshots. */
export async function readAliases(
  archive: Archive,
  kind: NameKind,
  name: string,
): Promise<readonly string[]> {
  const key = aliasKey(kind, name);
  if (key === null) return [];
  return (await archive.openLater('aliases', AliasSchema)?.readByKey(key)) ?? [];
}

/** Names next to one in the order of their letters, at most `count` on each side. */
export async function readAliasesNear(
  archive: Archive,
  kind: NameKind,
  name: string,
  count: number,
): Promise<{ key: string; slugs: readonly string[] }[]> {
  const key = aliasKey(kind, name);
  const section = archive.openLater('aliases', AliasSchema);
  if (key === null || section === null) return [];
  const keys = await section.keysNear(key, count);
  return Promise.all(
    keys.map(async (near) => ({ key: near, slugs: (await section.readByKey(near)) ?? [] })),
  );
}

/** All names that are suggested; null in older snapshots. */
export async function readNames(archive: Archive): Promise<Name[] | null> {
  const section = archive.openLater('names', NameSchema);
  return section === null ? null : section.readRange(0, section.size);
}

/** Results of a paper that has some; none in older snapshots, which hold them in the paper's record. */
export async function readPaperResults(archive: Archive, slug: string): Promise<readonly Result[]> {
  return (await archive.openLater('paper-results', PaperResultsSchema)?.readByKey(slug)) ?? [];
}

/** null in older snapshots. */
export async function readTrends(archive: Archive): Promise<Trends | null> {
  return (await archive.openLater('trends', TrendsSchema)?.readByNumber(0)) ?? null;
}

/** null for a venue that there is not, and in older snapshots. @param slug `cvpr-2019` or `cvpr`. */
export async function readVenue(archive: Archive, slug: string): Promise<Venue | null> {
  return (await archive.openLater('venues', VenueSchema)?.readByKey(slug)) ?? null;
}
