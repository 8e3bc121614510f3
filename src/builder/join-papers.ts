import { isBelievableDate } from '../format/dates.ts';
import type { Repository } from '../format/records/paper.ts';
import type { CitedPaper } from '../format/records/shared.ts';
import { JOIN_KINDS, type JoinKind, type PaperJoin } from './citations.ts';
import type { RawCitation } from './catalogue/raw-catalogue.ts';
import type { RawBoard, RowMention } from './evaluation/raw-board.ts';
import type { GatheredDumps } from './gather-dumps.ts';
import { addStubs } from './papers/add-stubs.ts';
import type { PaperStore } from './papers/paper-store.ts';
import { RepositoryList } from './papers/repositories.ts';
import type { Reports } from './report.ts';

/** How many mentions were joined in which way. `stub`: to a paper made from a board's row. */
export type JoinCounts = Record<JoinKind | 'stub' | 'none', number>;

/** Which papers belong to what mentions them. Holds nothing of what was needed to find that out. */
export interface JoinedPapers {
  /** Paper of a row's mention; every mention has one, if need be a stub. */
  readonly paperOf: ReadonlyMap<RowMention, number>;
  /** Of each paper that has some, in the order in which they are shown. */
  readonly repositories: ReadonlyMap<number, readonly Repository[]>;
  /** The papers that datasets and methods cite. */
  readonly cited: ReadonlyMap<RawCitation | null, CitedPaper>;
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
  const countCitations = (records: readonly { citation: RawCitation | null }[]) => {
    const counts = noCounts();
    for (const { citation } of records) {
      if (citation !== null) counts[join.resolve(citation.keys)?.by ?? 'none']++;
    }
    return counts;
  };
  return {
    paperOf,
    repositories: new Map([...repositories].map(([paper, list]) => [paper, list.list()])),
    cited: citedPapers(gathered),
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

function citedPapers({
  datasets,
  methods,
  join,
  papers,
}: GatheredDumps): Map<RawCitation, CitedPaper> {
  const cited = new Map<RawCitation, CitedPaper>();
  for (const { citation } of [...datasets, ...methods]) {
    if (citation === null) continue;
    const paper = citedPaper(citation, papers.store, join);
    if (paper !== undefined) cited.set(citation, paper);
  }
  return cited;
}

function citedPaper(
  { keys, title, url }: RawCitation,
  store: PaperStore,
  join: PaperJoin,
): CitedPaper | undefined {
  const paper = join.resolve(keys)?.paper ?? null;
  const known = paper === null ? '' : store.title(paper);
  const shown = known === '' ? (title ?? '') : known;
  if (paper === null && shown === '' && url === undefined) return undefined;
  return {
    ...(paper !== null && { slug: store.slug(paper) }),
    title: shown,
    ...(url !== undefined && { url }),
  };
}
