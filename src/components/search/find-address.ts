import { archivePaperSlug, parseUrl } from '../../format/addresses.ts';

const OLD_SITE = /^(?:www\.)?paperswithcode\.com$/;
const KNOWN_PATH = /^\/(?:sota|task|dataset|method|area)\/[^/]+/;

/** The path on this site of a pasted address of paperswithcode.com; null for anything else. */
export function findPastedPath(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const url = parseUrl(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || !OLD_SITE.test(url.hostname)) return null;
  const slug = archivePaperSlug(url);
  return slug === null ? (KNOWN_PATH.exec(url.pathname)?.[0] ?? null) : `/paper/${slug}`;
}
