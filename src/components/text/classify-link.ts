/** Where a link of a description leads. */
export type TextLink =
  | { readonly kind: 'internal'; readonly path: string }
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'none' };

const NONE: TextLink = { kind: 'none' };

/** The host whose addresses this site answers; also `www.` and the sites of single subjects. */
const ARCHIVE_HOST = /^(?:[a-z]+\.)?paperswithcode\.com$/;

/** First parts of the paths that have a page here. */
const PAGES = new Set([
  'area',
  'author',
  'conference',
  'dataset',
  'datasets',
  'latest',
  'method',
  'methods',
  'paper',
  'papers',
  'search',
  'sota',
  'task',
  'tasks',
  'trends',
]);

const BASE = 'https://paperswithcode.com';

function parse(href: string): URL | undefined {
  try {
    return new URL(href, BASE);
  } catch {
    return undefined;
  }
}

/**
 * Sorts the address of a link: pages of the archive (absolute or beginning with `/`) become paths
 * of this site, other http, https and mailto addresses stay, everything else leads nowhere: other
 * schemes, and relative addresses, which were relative to pages that are gone. Addresses come back
 * as the URL standard writes them, so no control characters or blanks survive.
 */
export function classifyLink(raw: string): TextLink {
  const href = raw.trim();
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(href);
  const isFromRoot = href.startsWith('/');
  const isBareHost = /^www\.[^\s/]+\.[^\s/]/i.test(href);
  if (!isAbsolute && !isFromRoot && !isBareHost) return NONE;
  const url = parse(isBareHost ? `http://${href}` : href);
  if (!url) return NONE;
  if (url.protocol === 'mailto:') return { kind: 'external', href: url.href };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return NONE;
  if (ARCHIVE_HOST.test(url.hostname)) {
    if (PAGES.has(url.pathname.split('/')[1] ?? '')) {
      return { kind: 'internal', path: url.pathname + url.search + url.hash };
    }
    return isAbsolute ? { kind: 'external', href: url.href } : NONE;
  }
  return { kind: 'external', href: url.href };
}
