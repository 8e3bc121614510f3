import { createContext } from 'react';

/** How links within texts lead to pages of this site. */
export type TextLinks = {
  /** Path the site lives under, `/` or `/sub-path/`. */
  readonly basePath: string;
  /** Opens a page of the site; the path has no base path and may have a query and a fragment. */
  readonly navigate: (path: string) => void;
};

/** Without a provider the site is taken to live at `/`, and the browser follows the links. */
export const TextLinksContext = createContext<TextLinks | null>(null);

/** The base path without its last slash, so that `base + path` is an address. */
export const basePrefix = (basePath: string): string => basePath.replace(/\/+$/, '');
