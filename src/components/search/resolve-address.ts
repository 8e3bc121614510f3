import { findPastedAddress } from '../../format/pasted-address.ts';
import type { Paper } from '../../format/records/paper.ts';

/** What a typed or pasted address turned out to be. */
export type FoundAddress =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'paper'; readonly key: string; readonly slug: string; readonly title: string }
  /** It names a paper, by a key of `paper-numbers`, that the archive does not have. */
  | { readonly kind: 'missing'; readonly key: string };

export interface AddressAccess {
  /** Absolute address of the app, ending in a slash. */
  readonly siteUrl: string;
  /** The paper of a key of `paper-numbers`; null when the archive has none. */
  findPaper(key: string): Promise<Paper | null>;
}

/** What a text names; null when it is to be searched for. Throws what reading the archive does. */
export async function resolveAddress(
  text: string,
  access: AddressAccess,
): Promise<FoundAddress | null> {
  const address = findPastedAddress(text, access.siteUrl);
  if (address === null || address.kind === 'page') return address;
  const { key } = address;
  const paper = await access.findPaper(key);
  return paper === null
    ? { kind: 'missing', key }
    : { kind: 'paper', key, slug: paper.slug, title: paper.title };
}

/** Where an address leads within the site; null when it leads nowhere. */
export function pathOfAddress(address: FoundAddress | null): string | null {
  if (address === null || address.kind === 'missing') return null;
  return address.kind === 'page' ? address.path : `/paper/${encodeURIComponent(address.slug)}`;
}
