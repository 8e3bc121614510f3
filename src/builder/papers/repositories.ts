import type { Repository } from '../../format/records/paper.ts';
import { compareText } from '../compare-text.ts';
import { parseUrl } from '../../format/addresses.ts';

/** Hosts where the first two parts of a path name the repository, in any case. */
const FORGES = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'huggingface.co']);

/** A text that is the same for all addresses of one repository, for comparing only. */
export function repositoryKey(address: string): string {
  const url = parseUrl(address);
  if (url === null) return address;
  const host = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (!FORGES.has(host)) return `${host}${path}${url.search}`;
  const [, owner = '', name = ''] = path.toLowerCase().split('/');
  return `${host}/${owner}/${name.replace(/\.git$/, '')}`;
}

/**
 * The repositories of one paper, each once: flags of several links to one are added up, the first
 * framework that is known stays.
 */
export class RepositoryList {
  readonly #byKey = new Map<string, Repository>();

  get size(): number {
    return this.#byKey.size;
  }

  /** @returns false when the repository was there already. */
  add(link: Repository): boolean {
    const key = repositoryKey(link.url);
    const known = this.#byKey.get(key);
    this.#byKey.set(key, known === undefined ? link : merged(known, link));
    return known === undefined;
  }

  /** Official ones first, then those whose framework is known, then by address. */
  list(): Repository[] {
    return [...this.#byKey.values()].sort(
      (a, b) =>
        Number(b.official ?? false) - Number(a.official ?? false) ||
        Number(b.framework !== undefined) - Number(a.framework !== undefined) ||
        compareText(a.url, b.url),
    );
  }
}

function merged(known: Repository, other: Repository): Repository {
  const framework = known.framework ?? other.framework;
  return {
    url: known.url,
    ...((known.official ?? other.official) && { official: true }),
    ...((known.inPaper ?? other.inPaper) && { inPaper: true }),
    ...((known.inGithub ?? other.inGithub) && { inGithub: true }),
    ...(framework !== undefined && { framework }),
  };
}
