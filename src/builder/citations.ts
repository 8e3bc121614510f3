import { addressKey } from '../format/address-key.ts';
import { archivePaperSlug, arxivIdOfUrl, parseArxivId, parseUrl } from '../format/addresses.ts';
import { nameKey } from '../format/name-key.ts';

/** How a mention of a paper was joined to the paper, strongest first. */
export const JOIN_KINDS = ['archive-url', 'arxiv', 'address', 'title'] as const;
export type JoinKind = (typeof JOIN_KINDS)[number];

/** Titles that leave less than this many letters and digits ("Introduction") say too little. */
const MIN_TITLE_KEY = 12;

/** Texts by which a paper can be found; every one begins with its kind, so that kinds never mix. */
export type JoinKey = { readonly kind: JoinKind; readonly text: string };

/** What a row, a dataset, a method or a code link says about the paper that it belongs to. */
export interface Mention {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly arxivId?: string | undefined;
  /** Further addresses of the same paper. */
  readonly otherUrls?: readonly (string | undefined)[];
}

/** Join keys of a mention, strongest first; none when it says nothing that could be joined. */
export function joinKeysOf(mention: Mention): JoinKey[] {
  const keys: JoinKey[] = [];
  const add = (kind: JoinKind, text: string | null | undefined): void => {
    if (text === null || text === undefined || text === '') return;
    if (!keys.some((key) => key.kind === kind && key.text === text)) keys.push({ kind, text });
  };
  const addresses = [mention.url, ...(mention.otherUrls ?? [])].filter((url) => url !== undefined);
  const urls = addresses.map(parseUrl).filter((url) => url !== null);
  for (const url of urls) add('archive-url', archivePaperSlug(url));
  add('arxiv', mention.arxivId === undefined ? null : parseArxivId(mention.arxivId));
  for (const url of urls) add('arxiv', arxivIdOfUrl(url));
  for (const url of urls) {
    if (archivePaperSlug(url) === null) add('address', addressKey(url.href));
  }
  add('title', titleKey(mention.title));
  return keys;
}

/** Letters and digits of a title, or null when they are too few to tell papers apart. */
export function titleKey(title: string | undefined): string | null {
  const key = title === undefined ? '' : nameKey(title);
  return key.length < MIN_TITLE_KEY ? null : key;
}

export interface Joined {
  readonly paper: number;
  readonly by: JoinKind;
}

/**
 * Joins mentions to papers while the papers stream by. Only keys that some mention wants are held,
 * so that memory follows the mentions, not the papers.
 */
export class PaperJoin {
  /** Paper by kind and key; -1 while it is only wanted. */
  readonly #wanted: Readonly<Record<JoinKind, Map<string, number>>> = {
    'archive-url': new Map(),
    arxiv: new Map(),
    address: new Map(),
    title: new Map(),
  };
  /** Slug of a paper by its id, to break ties: the lowest slug wins. */
  readonly #slugOf: (paper: number) => string;

  constructor(slugOf: (paper: number) => string) {
    this.#slugOf = slugOf;
  }

  /** To be called for all mentions before the first paper. */
  want(keys: readonly JoinKey[]): void {
    for (const { kind, text } of keys) this.#wanted[kind].set(text, -1);
  }

  /** Says that a paper can be found by these keys. */
  offer(paper: number, keys: readonly JoinKey[]): void {
    for (const { kind, text } of keys) {
      const holder = this.#wanted[kind].get(text);
      if (holder === undefined) continue;
      if (holder === -1 || this.#slugOf(paper) < this.#slugOf(holder)) {
        this.#wanted[kind].set(text, paper);
      }
    }
  }

  /** The paper of a mention by the strongest of its keys that finds one. */
  resolve(keys: readonly JoinKey[]): Joined | null {
    for (const { kind, text } of keys) {
      const paper = this.#wanted[kind].get(text);
      if (paper !== undefined && paper >= 0) return { paper, by: kind };
    }
    return null;
  }
}
