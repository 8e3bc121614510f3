import { arxivIdOfUrl, parseArxivId, parseUrl } from './addresses.ts';

/** How one publisher writes several addresses of one paper. First rule whose host fits decides. */
const PUBLISHERS: { host: RegExp; key: (path: string, url: URL) => string | null }[] = [
  {
    host: /^openreview\.net$/,
    key: (_, url) => prefixed('openreview', url.searchParams.get('id')),
  },
  {
    host: /^(?:aclweb\.org|aclanthology\.org|aclanthology\.info|aclanthology\.coli\.uni-saarland\.de)$/,
    key: (path) =>
      prefixed(
        'acl',
        /([a-z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_-]+\.\d+)(?:v\d+)?(?:\.pdf)?$/i
          .exec(path)?.[1]
          ?.toLowerCase(),
      ),
  },
  {
    host: /^openaccess\.thecvf\.com$/,
    key: (path) =>
      prefixed(
        'cvf',
        path
          .replace(/\/(?:html|papers)\//i, '/')
          .replace(/\.(?:html|pdf)$/i, '')
          .toLowerCase(),
      ),
  },
  {
    host: /^(?:papers\.nips\.cc|papers\.neurips\.cc|proceedings\.neurips\.cc)$/,
    key: (path) =>
      prefixed(
        'nips',
        /\/(?:hash|file)\/([0-9a-f]{16,})/i.exec(path)?.[1] ??
          /\/(?:paper|book)\/(\d+)-/.exec(path)?.[1],
      ),
  },
  {
    host: /^proceedings\.mlr\.press$/,
    key: (path) => prefixed('pmlr', /^\/(v\d+\/[^/.]+)/i.exec(path)?.[1]?.toLowerCase()),
  },
  {
    host: /^(?:dx\.)?doi\.org$/,
    key: (path) => doiKey(path.slice(1).toLowerCase()),
  },
];

/** A DOI, or what it stands for: arXiv and the ACL Anthology make theirs of their own ids. */
function doiKey(doi: string): string | null {
  const arxivId = parseArxivId(/^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1] ?? '');
  if (arxivId !== null) return `arxiv ${arxivId}`;
  const aclId = /^10\.(?:18653|3115)\/v1\/([a-z]\d{2}-\d{4}|\d{4}\.[a-z0-9_-]+\.\d+)$/.exec(
    doi,
  )?.[1];
  return prefixed(aclId === undefined ? 'doi' : 'acl', aclId ?? doi);
}

function prefixed(name: string, id: string | null | undefined): string | null {
  return id === null || id === undefined || id === '' ? null : `${name} ${id}`;
}

/**
 * A text that is the same for every address of one paper: scheme, `www.`, version, abstract or PDF
 * make no difference where the publisher's forms are known. Null for what names no paper, such as
 * the front page of a site. Not an address: only for comparing.
 */
export function addressKey(text: string): string | null {
  const url = parseUrl(text.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const arxivId = arxivIdOfUrl(url);
  if (arxivId !== null) return `arxiv ${arxivId}`;
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  const publisher = PUBLISHERS.find((candidate) => candidate.host.test(host));
  const known = publisher?.key(path, url) ?? null;
  if (known !== null) return known;
  if (path === '' && url.search === '') return null;
  return `${host}${path}${url.search}`;
}
