import { archivePaperSlug, parseUrl } from '../../format/addresses.ts';
import type { PaperJoin } from '../citations.ts';
import type { RowMention } from '../evaluation/raw-board.ts';
import { paperSlugOf } from '../slug-of.ts';
import type { PaperIntake } from './paper-intake.ts';
import { planStubs, type PlannedStub } from './stubs.ts';

/**
 * Adds a paper for every group of mentions whose paper the archive does not have.
 * @param dates date of each mention, where its rows have one.
 * @returns the paper of each mention.
 */
export function addStubs(
  mentions: readonly RowMention[],
  dates: ReadonlyMap<RowMention, string>,
  papers: PaperIntake,
  join: PaperJoin,
): Map<RowMention, number> {
  const paperOf = new Map<RowMention, number>();
  for (const stub of planStubs(mentions)) {
    const slug = papers.freeSlug(slugOfStub(stub));
    const id = papers.addStub(
      {
        slug,
        date: stub.mentions
          .map((mention) => dates.get(mention))
          .filter((date) => date !== undefined)
          .sort()[0],
        core: coreOf(stub),
        abstract: null,
        tasks: [],
        methods: [],
        joinKeys: stub.keys,
      },
      join,
    );
    for (const mention of stub.mentions) paperOf.set(mention, id);
  }
  return paperOf;
}

function slugOfStub(stub: PlannedStub): string {
  if (stub.slug !== null) return stub.slug;
  return paperSlugOf(stub.title === '' ? (stub.keys[0]?.text ?? '') : stub.title);
}

function coreOf(stub: PlannedStub) {
  const arxivId = stub.keys.find(({ kind }) => kind === 'arxiv')?.text;
  const abstractUrl = stub.mentions.map(({ url }) => url).find(isOutside);
  return {
    title: stub.title,
    authors: [],
    ...(arxivId !== undefined && { arxivId }),
    ...(abstractUrl !== undefined && { abstractUrl }),
    isStub: true as const,
  };
}

/** An address other than a page of the archive, which is closed. */
function isOutside(address: string | undefined): boolean {
  const url = address === undefined ? null : parseUrl(address);
  return url !== null && archivePaperSlug(url) === null;
}
