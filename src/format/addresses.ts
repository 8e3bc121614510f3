import { isKey } from './key.ts';

/** Schemes worth naming when an address is refused; any other is "another scheme". */
const KNOWN_SCHEMES = new Set(['javascript', 'data', 'file', 'ftp', 'mailto', 'vbscript', 'blob']);

export type AddressProblem = string;

/**
 * An address as a snapshot may hold it, http or https, or the reason why it may not.
 * The text stays as it is where it is printable ASCII; else it is percent-encoded.
 */
export function parseHttpAddress(
  text: string,
): { kind: 'address'; url: string } | { kind: 'refused'; why: AddressProblem } {
  const trimmed = text.trim();
  const parsed = parseUrl(trimmed);
  if (parsed === null) {
    return {
      kind: 'refused',
      why: /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? 'malformed' : 'no scheme',
    };
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    const scheme = parsed.protocol.slice(0, -1);
    return { kind: 'refused', why: KNOWN_SCHEMES.has(scheme) ? `${scheme}:` : 'another scheme' };
  }
  const isPlain = /^https?:\/\/[\x21-\x7e]+$/i.test(trimmed);
  return { kind: 'address', url: isPlain ? trimmed : parsed.href };
}

/** The URL, or null. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const NEW_ARXIV_ID = /^(\d{2})(\d{2})\.(\d{4,5})(?:v\d+)?$/;
const OLD_ARXIV_ID = /^([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2})?\/(\d{2})(\d{2})(\d{3})(?:v\d+)?$/i;

/** An arXiv id without its version, `1706.03762` or `cs/0112017`, or null when the text is none. */
export function parseArxivId(text: string): string | null {
  const id = text.trim().replace(/^arxiv:/i, '');
  const modern = NEW_ARXIV_ID.exec(id);
  if (modern !== null) return isMonth(modern[2]) ? id.replace(/v\d+$/, '') : null;
  const old = OLD_ARXIV_ID.exec(id);
  if (old === null || !isMonth(old[3])) return null;
  return `${(old[1] ?? '').toLowerCase()}/${old[2]}${old[3]}${old[4]}`;
}

function isMonth(digits: string | undefined): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

/** arXiv id of an arxiv.org address, whatever its scheme, form (abs, pdf, html) and version. */
export function arxivIdOfUrl(url: URL): string | null {
  return /^(?:www\.|export\.|[a-z]{2}\.)?arxiv\.org$/.test(url.hostname)
    ? arxivIdOfPath(url.pathname)
    : null;
}

/** arXiv id at the end of a path as arxiv.org, and sites after its example, write them. */
export function arxivIdOfPath(path: string): string | null {
  const match = /^\/(?:abs|pdf|html|ps|format|papers|overview)\/(.+?)(?:\.pdf|\.ps)?\/?$/.exec(
    path,
  );
  return match === null ? null : parseArxivId(match[1] ?? '');
}

/**
 * Slug of a page of paperswithcode.com: the last part of the address, without query and hash.
 * Percent-encoded again where the decoded text could not be a key. Null when there is none.
 */
export function slugOfArchiveUrl(text: string): string | null {
  const path = text
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (last === '') return null;
  const decoded = decodePercent(last);
  if (isKey(decoded) && !/[/?#%]/.test(decoded)) return decoded;
  const encoded = encodePercent(decoded);
  return isKey(encoded) ? encoded : null;
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encodePercent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}

/** Slug of the paper when the address is a paper's page of the archive, else null. */
export function archivePaperSlug(url: URL): string | null {
  if (!/^(?:www\.)?paperswithcode\.com$/.test(url.hostname)) return null;
  return /^\/paper\/[^/]/.test(url.pathname) ? slugOfArchiveUrl(url.pathname) : null;
}
