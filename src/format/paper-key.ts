import { addressKey } from './address-key.ts';
import { arxivIdOfPath, parseArxivId, parseUrl } from './addresses.ts';
import { isKey } from './key.ts';

/** Sites that show papers of arXiv under the arXiv id. */
const ARXIV_READERS =
  /^(?:www\.)?(?:alphaxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org|huggingface\.co)$/;
const BARE_DOI = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i;

/**
 * What names a paper where it was published, as a key of the section `paper-numbers`: `arxiv:1706.03762`,
 * `openreview:...`, `acl:...`, `doi:...` and the like. Versions, abstract and PDF of one paper have one key.
 * @param text an arXiv id, a DOI or an address.
 * @returns null for what names no paper, or one of a publisher whose forms are not known.
 */
export function paperKey(text: string): string | null {
  const trimmed = text.trim();
  const arxivId = parseArxivId(trimmed) ?? arxivIdOfReader(trimmed);
  if (arxivId !== null) return `arxiv:${arxivId}`;
  const doi = BARE_DOI.exec(trimmed)?.[1];
  const key = addressKey(doi === undefined ? trimmed : `https://doi.org/${doi}`);
  // Only the keys of known publishers have a blank.
  if (key === null || !key.includes(' ')) return null;
  const written = key.replace(' ', ':');
  return isKey(written) ? written : null;
}

function arxivIdOfReader(text: string): string | null {
  const url = parseUrl(text);
  if (url === null || !ARXIV_READERS.test(url.hostname)) return null;
  return arxivIdOfPath(url.pathname);
}
