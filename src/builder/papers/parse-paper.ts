import {
  archivePaperSlug,
  arxivIdOfUrl,
  parseArxivId,
  parseUrl,
  slugOfArchiveUrl,
} from '../../format/addresses.ts';
import { MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from '../../format/limits.ts';
import type { Paper } from '../../format/records/paper.ts';
import { joinKeysOf, type JoinKey } from '../citations.ts';
import { Fields } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { cleanTexText } from '../text.ts';
import { parseConference, parseProceeding } from './venue.ts';

/** Fields of a paper that need nothing but its own record. */
export type PaperCore = Pick<
  Paper,
  | 'title'
  | 'authors'
  | 'arxivId'
  | 'venue'
  | 'abstractUrl'
  | 'pdfUrl'
  | 'venueUrl'
  | 'venuePdfUrl'
  | 'reproduces'
  | 'isStub'
>;

export interface RawPaper {
  /** Of its address; null when it has none. */
  readonly slug: string | null;
  readonly date: string | undefined;
  readonly core: PaperCore;
  readonly abstract: string | null;
  readonly tasks: readonly string[];
  readonly methods: readonly { readonly name: string; readonly fullName?: string }[];
  readonly joinKeys: readonly JoinKey[];
}

/** Reads a paper, or null when it has neither address nor title; the reason is reported. */
export function parsePaper(record: JsonObject, report: DumpReport): RawPaper | null {
  const unnamed = new Fields(record, report, `record ${report.read}`);
  const url = unnamed.raw('paper_url');
  const slug = url === undefined ? null : slugOfArchiveUrl(url);
  const fields = slug === null ? unnamed : new Fields(record, report, slug);
  const title = fields.texText('title', MAX_NAME_LENGTH) ?? '';
  if (slug === null && title === '') {
    report.drop('paper without an address and without a title', `record ${report.read}`);
    return null;
  }
  if (title === '') report.repair('paper without a title', slug ?? '');
  const core = { title, ...parseCore(fields, report) };
  return {
    slug,
    date: fields.date('date'),
    core,
    abstract: fields.texText('abstract', MAX_TEXT_LENGTH) ?? null,
    tasks: fields.names('tasks'),
    methods: parseMethods(fields, report),
    joinKeys: joinKeysOfPaper(slug, core),
  };
}

function parseCore(fields: Fields, report: DumpReport): Omit<PaperCore, 'title'> {
  const abstractUrl = outside(fields.address('url_abs'), report);
  const pdfUrl = outside(fields.address('url_pdf'), report);
  const venueUrl = outside(fields.address('conference_url_abs'), report);
  const venuePdfUrl = outside(fields.address('conference_url_pdf'), report);
  const arxivId = parseArxiv(fields, abstractUrl, report);
  const proceeding = fields.name('proceeding');
  const conference = fields.name('conference');
  const reproduces = fields.address('reproduces_paper');
  return {
    authors: fields.names('authors', (raw) => cleanTexText(raw, MAX_NAME_LENGTH)),
    ...(arxivId !== undefined && { arxivId }),
    ...(proceeding !== undefined
      ? { venue: parseProceeding(proceeding) }
      : conference !== undefined && { venue: parseConference(conference) }),
    ...(abstractUrl !== undefined && { abstractUrl }),
    ...(pdfUrl !== undefined && { pdfUrl }),
    ...(venueUrl !== undefined && { venueUrl }),
    ...(venuePdfUrl !== undefined && { venuePdfUrl }),
    ...(reproduces !== undefined && { reproduces }),
  };
}

/** An address that is not a page of the closed archive: such a page is the paper's own, and gone. */
function outside(address: string | undefined, report: DumpReport): string | undefined {
  const url = address === undefined ? null : parseUrl(address);
  if (url === null || archivePaperSlug(url) === null) return address;
  report.repair('address of the paper that is its page in the archive: left out', address ?? '');
  return undefined;
}

function parseArxiv(
  fields: Fields,
  abstractUrl: string | undefined,
  report: DumpReport,
): string | undefined {
  const text = fields.raw('arxiv_id');
  const id = text === undefined ? null : parseArxivId(text);
  if (id !== null) return id;
  if (text !== undefined) report.drop('arXiv id that is none', text);
  const url = abstractUrl === undefined ? null : parseUrl(abstractUrl);
  return (url === null ? null : arxivIdOfUrl(url)) ?? undefined;
}

function parseMethods(fields: Fields, report: DumpReport): RawPaper['methods'] {
  const methods = new Map<string, { name: string; fullName?: string }>();
  for (const entry of fields.objects('methods')) {
    const method = new Fields(entry, report, 'method of a paper');
    const name = method.name('name') ?? method.name('full_name');
    if (name === undefined || methods.has(name)) continue;
    const fullName = method.name('full_name');
    methods.set(name, fullName === undefined ? { name } : { name, fullName });
  }
  return [...methods.values()];
}

function joinKeysOfPaper(slug: string | null, core: PaperCore): JoinKey[] {
  const keys = joinKeysOf({
    title: core.title,
    arxivId: core.arxivId,
    otherUrls: [core.abstractUrl, core.pdfUrl, core.venueUrl, core.venuePdfUrl],
  });
  return slug === null ? keys : [{ kind: 'archive-url', text: slug }, ...keys];
}
