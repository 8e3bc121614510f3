import { describePaperKey } from '../../format/pasted-address.ts';
import { plainTitle } from '../../format/tex/plain-title.ts';
import { FIT, nameWords } from '../../search/names/match-name.ts';
import type { NameKind } from '../../format/records/name.ts';
import type { NameSuggestion, PaperSuggestions } from '../../worker/suggestion.ts';
import { formatPlural } from '../format/numbers.ts';
import { pathOfAddress, type FoundAddress } from '../search/resolve-address.ts';
import { findPages, SITE_PAGES } from './site-pages.ts';

/** Something to go to. */
export interface PaletteEntry {
  /** Unique among all entries. */
  readonly id: string;
  /** Path within the site, with its query. */
  readonly path: string;
  readonly label: string;
  /** What is said of it beside; '' is nothing, as leaving it out. */
  readonly detail?: string;
  /** The search that going there means: it is remembered. */
  readonly search?: string;
  /** A search of this person, which can be forgotten. */
  readonly isRecent?: boolean;
}

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteContents {
  readonly text: string;
  readonly address: FoundAddress | null;
  readonly names: readonly NameSuggestion[];
  readonly papers: PaperSuggestions | null;
  readonly recent: readonly string[];
}

/** Names shown of a kind, and papers. */
export const SHOWN = 5;
const RECENT_SHOWN = 6;

const KINDS: Record<NameKind, { title: string; page: string; countOf: (count: number) => string }> =
  {
    board: { title: 'Leaderboards', page: 'sota', countOf: (rows) => formatPlural(rows, 'result') },
    task: { title: 'Tasks', page: 'task', countOf: (papers) => formatPlural(papers, 'paper') },
    dataset: {
      title: 'Datasets',
      page: 'dataset',
      countOf: (papers) => formatPlural(papers, 'paper'),
    },
    method: {
      title: 'Methods',
      page: 'method',
      countOf: (papers) => formatPlural(papers, 'paper'),
    },
  };

/** A group, and how well the best of it fits. */
interface RankedGroup extends PaletteGroup {
  readonly fit: number;
}

/** What the palette shows, in groups: those with the best fit first, then in their usual order. */
export function planPalette(contents: PaletteContents): PaletteGroup[] {
  const text = contents.text.trim();
  if (text === '') return withoutEmpty([recentGroup(contents.recent), pagesGroup()]);
  const groups: RankedGroup[] = [
    ...namedGroups(contents.names),
    papersGroup(text, contents.papers),
    authorsGroup(contents.papers),
    foundPagesGroup(text),
  ];
  groups.sort((a, b) => a.fit - b.fit);
  return withoutEmpty([addressGroup(contents.address), ...groups, searchGroup(text, contents)]);
}

function withoutEmpty(groups: readonly PaletteGroup[]): PaletteGroup[] {
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => ({ title, entries }));
}

/** Path of the search page with a query. */
export function searchPath(text: string): string {
  return `/search?${new URLSearchParams({ q: text }).toString()}`;
}

function recentGroup(recent: readonly string[]): PaletteGroup {
  return {
    title: 'Recent searches',
    entries: recent.slice(0, RECENT_SHOWN).map((text) => ({
      id: `recent ${text}`,
      path: searchPath(text),
      label: text,
      search: text,
      isRecent: true,
    })),
  };
}

function pagesGroup(): PaletteGroup {
  const entries = SITE_PAGES.map(({ path, name }) => ({ id: `page ${path}`, path, label: name }));
  return { title: 'Pages', entries };
}

function addressGroup(address: FoundAddress | null): PaletteGroup {
  const title = 'Go to';
  const path = pathOfAddress(address);
  if (address === null || address.kind === 'missing' || path === null)
    return { title, entries: [] };
  if (address.kind === 'page') return { title, entries: [{ id: 'address', path, label: path }] };
  const { slug, key } = address;
  const label = address.title === '' ? slug : plainTitle(address.title);
  return { title, entries: [{ id: 'address', path, label, detail: describePaperKey(key) }] };
}

function namedGroups(names: readonly NameSuggestion[]): RankedGroup[] {
  return (Object.keys(KINDS) as NameKind[]).map((kind) => {
    const { title, page, countOf } = KINDS[kind];
    const own = names.filter((name) => name.kind === kind).slice(0, SHOWN);
    return {
      title,
      fit: own[0]?.fit ?? Infinity,
      entries: own.map(({ slug, name, count }) => ({
        id: `${kind} ${slug}`,
        path: `/${page}/${encodeURIComponent(slug)}`,
        label: name,
        detail: count > 0 ? countOf(count) : '',
      })),
    };
  });
}

/** Papers are found by any of their words: only a title that is being typed comes before names. */
const PAPERS_FIT = FIT.words + 0.5;
/** Many titles begin with the same one or two words. */
const TELLING_WORDS = 3;

function papersGroup(text: string, found: PaperSuggestions | null): RankedGroup {
  const papers = found?.papers ?? [];
  const isTelling = nameWords(text).length >= TELLING_WORDS;
  const fits = papers.map(({ fit }) => {
    const isTyped = fit === FIT.exact || (fit === FIT.start && isTelling);
    return isTyped ? fit : PAPERS_FIT;
  });
  return {
    title: 'Papers',
    fit: Math.min(...fits),
    entries: papers.map(({ slug, title, authors, date }) => {
      const [first, ...others] = authors;
      const by = first === undefined ? '' : others.length === 0 ? first : `${first} et al.`;
      const detail = [by, date?.slice(0, 4) ?? ''].filter((part) => part !== '').join(', ');
      return {
        id: `paper ${slug}`,
        path: `/paper/${encodeURIComponent(slug)}`,
        label: title === '' ? slug : plainTitle(title),
        detail,
      };
    }),
  };
}

function authorsGroup(found: PaperSuggestions | null): RankedGroup {
  const authors = found?.authors ?? [];
  return {
    title: 'Authors',
    fit: authors[0]?.fit ?? Infinity,
    entries: authors.map(({ name }) => ({
      id: `author ${name}`,
      path: `/author/${encodeURIComponent(name)}`,
      label: name,
    })),
  };
}

const PAGES_FIT = FIT.words + 0.75;

function foundPagesGroup(text: string): RankedGroup {
  const pages = findPages(text);
  return {
    title: 'Pages',
    // Their names are ordinary words: what the archive has under them comes first.
    fit: pages[0]?.fit === FIT.exact ? FIT.exact : PAGES_FIT,
    entries: pages.map(({ path, name }) => ({ id: `page ${path}`, path, label: name })),
  };
}

function searchGroup(text: string, { papers }: PaletteContents): PaletteGroup {
  const total = papers?.total ?? 0;
  const entry = {
    id: 'search',
    path: searchPath(text),
    label: `Search all papers for “${text}”`,
    search: text,
    ...(total > 0 && { detail: formatPlural(total, 'paper') }),
  };
  return { title: 'Search', entries: [entry] };
}
