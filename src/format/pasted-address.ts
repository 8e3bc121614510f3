import { parseUrl, slugOfArchiveUrl } from './addresses.ts';
import { paperKey } from './paper-key.ts';

/** What a typed or pasted text names that is no search. */
export type PastedAddress =
  /** A page of this app, by its path; whether it exists is for its route to say. */
  | { readonly kind: 'page'; readonly path: string }
  /** A paper, by a key of `paper-numbers`. */
  | { readonly kind: 'paper'; readonly key: string };

const OLD_SITE = /^(?:www\.)?paperswithcode\.com$/;
const PAPER_PATH = /^\/paper\/[^/]+/;
/** Pages that the old site had more of below them, under tabs that are gone. */
const RECORD_PATH = /^\/(?:sota|task|dataset|method|area|author|conference)\/[^/]+/;
const BARE_PATH = /^\/(?:sota|task|dataset|method|area|author|conference|paper)\/[^\s/]+\/?$/;
/** arXiv gave four digits a month until the end of 2014, and gives five since. */
const WHOLE_ARXIV_ID = /^(?:0[7-9]|1[0-4])\d{2}\.\d{4}(?!\d)|^(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}(?!\d)/;
const MODERN_ARXIV_ID = /^\d{4}\.\d/;

/**
 * The page that a text names: an arXiv id, a DOI, or an address of arXiv, a known publisher, of
 * paperswithcode.com or of this site. Null for all else, which is to be searched for.
 * @param siteUrl absolute address of the app, ending in a slash.
 */
export function findPastedAddress(text: string, siteUrl: string): PastedAddress | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  if (BARE_PATH.test(trimmed)) return { kind: 'page', path: withoutEnd(trimmed) };
  // While it is typed, an id without its last digit looks like an older one.
  const id = trimmed.replace(/^arxiv:/i, '');
  if (MODERN_ARXIV_ID.test(id) && !WHOLE_ARXIV_ID.test(id)) return null;
  const url = parseUrl(withScheme(trimmed));
  if (url !== null && OLD_SITE.test(url.hostname)) return { kind: 'page', path: oldPath(url) };
  if (url?.href.startsWith(siteUrl) === true) {
    return { kind: 'page', path: `/${url.href.slice(siteUrl.length)}` };
  }
  const key = paperKey(trimmed) ?? (url === null ? null : paperKey(url.href));
  return key === null ? null : { kind: 'paper', key };
}

/** Addresses are pasted without their scheme too, as some browsers show them. */
function withScheme(text: string): string {
  if (/^https?:/i.test(text)) return text;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?\//i.test(`${text}/`)
    ? `https://${text}`
    : text;
}

function oldPath(url: URL): string {
  const paper = PAPER_PATH.exec(url.pathname)?.[0];
  const slug = paper === undefined ? null : slugOfArchiveUrl(paper);
  if (slug !== null) return `/paper/${slug}`;
  const record = RECORD_PATH.exec(url.pathname)?.[0];
  if (record !== undefined) return record;
  const query = url.pathname.startsWith('/search') ? url.search : '';
  return `${withoutEnd(url.pathname)}${query}`;
}

/** Without slashes at its end; the front page stays "/". */
function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}

/** A key of `paper-numbers` as people write what it stands for: "arXiv 1706.03762". */
export function describePaperKey(key: string): string {
  const end = key.indexOf(':');
  const publisher = key.slice(0, end);
  return `${PUBLISHERS[publisher] ?? publisher} ${key.slice(end + 1)}`;
}

const PUBLISHERS: Readonly<Record<string, string>> = {
  arxiv: 'arXiv',
  acl: 'ACL Anthology',
  cvf: 'CVF',
  doi: 'DOI',
  nips: 'NeurIPS',
  openreview: 'OpenReview',
  pmlr: 'PMLR',
};
