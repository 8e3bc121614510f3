import { isBelievableDate } from '../format/dates.ts';
import type { CitedPaper } from '../format/records/shared.ts';
import { JOIN_KINDS, type JoinKey, type JoinKind, type PaperJoin } from './citations.ts';
import type { RawCitation } from './catalogue/raw-catalogue.ts';
import type { RawBoard, RowMention } from './evaluation/raw-board.ts';
import type { GatheredDumps } from './gather-dumps.ts';
import { addStubs } from './papers/add-stubs.ts';
import { RepositoryList } from './papers/repositories.ts';
import type { Reports } from './report.ts';

/** How many mentions were joined in which way. `stub`: to a paper made from a board's row. */
export type JoinCounts = Record<JoinKind | 'stub' | 'none', number>;

/** Which papers belong to what mentions them. */
export interface JoinedPapers {
  /** Paper of a row's mention; every mention has one, if need be a stub. */
  readonly paperOf: ReadonlyMap<RowMention, number>;
  readonly repositories: ReadonlyMap<number, RepositoryList>;
  /** The paper that a dataset or a method cites. */
  cite(citation: RawCitation | null): CitedPaper | undefined;
  readonly counts: Readonly<Record<'rows' | 'links' | 'datasets' | 'methods', JoinCounts>>;
}

/** Joins rows, code links, datasets and methods to papers, and makes stubs for what is left. */
export function joinPapers(
  gathered: GatheredDumps,
  snapshotDate: string,
  reports: Reports,
): JoinedPapers {
  const { boards, mentions, join, papers } = gathered;
  const dates = datesOfMentions(boards, snapshotDate);
  const direct = new Map(mentions.map((mention) => [mention, join.resolve(mention.keys)]));
  const missing = mentions.filter((mention) => direct.get(mention) === null);
  const stubs = addStubs(missing, dates, papers, join);
  const paperOf = new Map<RowMention, number>();
  const rows = noCounts();
  for (const mention of mentions) {
    const paper = direct.get(mention)?.paper ?? stubs.get(mention);
    if (paper !== undefined) paperOf.set(mention, paper);
  }
  for (const { mention } of boards.flatMap((board) => board.rows)) {
    if (mention === null) rows.none++;
    else rows[direct.get(mention)?.by ?? 'stub']++;
  }
  const links = noCounts();
  const repositories = new Map<number, RepositoryList>();
  attachLinks(gathered, reports, repositories, links, new Set(stubs.values()));
  attachRowCode(boards, paperOf, repositories);
  const cite = (citation: RawCitation | null) => citedPaper(citation, gathered, join);
  const countCitations = (records: readonly { citation: RawCitation | null }[]) => {
    const counts = noCounts();
    for (const { citation } of records) {
      if (citation !== null) counts[join.resolve(citation.keys)?.by ?? 'none']++;
    }
    return counts;
  };
  return {
    paperOf,
    repositories,
    cite,
    counts: {
      rows,
      links,
      datasets: countCitations(gathered.datasets),
      methods: countCitations(gathered.methods),
    },
  };
}

function noCounts(): JoinCounts {
  const kinds = [...JOIN_KINDS, 'stub', 'none'] as const;
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as JoinCounts;
}

/** The earliest date that rows give for a mention; a believable one if there is one. */
function datesOfMentions(
  boards: readonly RawBoard[],
  snapshotDate: string,
): Map<RowMention, string> {
  const dates = new Map<RowMention, string>();
  for (const { mention, date } of boards.flatMap((board) => board.rows)) {
    if (mention === null || date === undefined) continue;
    const known = dates.get(mention);
    const isBetter =
      known === undefined ||
      Number(isBelievableDate(date, snapshotDate)) >
        Number(isBelievableDate(known, snapshotDate)) ||
      (date < known &&
        isBelievableDate(date, snapshotDate) === isBelievableDate(known, snapshotDate));
    if (isBetter) dates.set(mention, date);
  }
  return dates;
}

function attachLinks(
  { links, join, papers }: GatheredDumps,
  reports: Reports,
  repositories: Map<number, RepositoryList>,
  counts: JoinCounts,
  stubs: ReadonlySet<number>,
): void {
  const report = reports['links-between-papers-and-code'];
  for (const group of links.groups()) {
    const joined = join.resolve(group.keys);
    const count = group.repositories.length;
    if (joined === null) {
      counts.none += count;
      report.drop('link whose paper is not in the archive', group.example, count);
      report.kept -= count;
      continue;
    }
    counts[stubs.has(joined.paper) ? 'stub' : joined.by] += count;
    const list = listOf(repositories, joined.paper);
    for (const repository of group.repositories) {
      if (list.add(repository)) continue;
      report.merge('second link of a paper to one repository', papers.store.slug(joined.paper));
      report.kept--;
    }
  }
}

/** Repositories that only rows of boards name. */
function attachRowCode(
  boards: readonly RawBoard[],
  paperOf: ReadonlyMap<RowMention, number>,
  repositories: Map<number, RepositoryList>,
): void {
  for (const { mention, code } of boards.flatMap((board) => board.rows)) {
    const paper = mention === null ? undefined : paperOf.get(mention);
    if (paper === undefined || code === undefined) continue;
    const list = listOf(repositories, paper);
    for (const { url } of code) list.add({ url });
  }
}

function listOf(lists: Map<number, RepositoryList>, paper: number): RepositoryList {
  let list = lists.get(paper);
  if (list === undefined) lists.set(paper, (list = new RepositoryList()));
  return list;
}

function citedPaper(
  citation: RawCitation | null,
  { papers }: GatheredDumps,
  join: PaperJoin,
): CitedPaper | undefined {
  if (citation === null) return undefined;
  const { keys, title, url } = citation;
  const paper = resolvePaper(join, keys);
  const known = paper === null ? '' : papers.store.title(paper);
  const shown = known === '' ? (title ?? '') : known;
  if (paper === null && shown === '' && url === undefined) return undefined;
  return {
    ...(paper !== null && { slug: papers.store.slug(paper) }),
    title: shown,
    ...(url !== undefined && { url }),
  };
}

function resolvePaper(join: PaperJoin, keys: readonly JoinKey[]): number | null {
  return join.resolve(keys)?.paper ?? null;
}
