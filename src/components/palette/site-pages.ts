import { fitName, keyOfName, parseNameQuery, type Fit } from '../../search/names/match-name.ts';

interface SitePage {
  readonly path: string;
  readonly name: string;
  /** What it is also looked for by. */
  readonly otherNames: readonly string[];
}

/** Pages that the palette leads to by themselves. */
export const SITE_PAGES: readonly SitePage[] = [
  { path: '/sota', name: 'Leaderboards', otherNames: ['State of the art', 'SotA', 'Benchmarks'] },
  { path: '/tasks', name: 'Tasks', otherNames: ['Areas'] },
  { path: '/datasets', name: 'Datasets', otherNames: [] },
  { path: '/papers', name: 'Latest papers', otherNames: ['Papers', 'Newest'] },
  { path: '/methods', name: 'Methods', otherNames: [] },
  { path: '/search', name: 'Search', otherNames: ['Find papers'] },
  {
    path: '/offline',
    name: 'Offline',
    otherNames: ['Install', 'Download', 'Update', 'On this device', 'Storage'],
  },
  { path: '/about', name: 'About', otherNames: ['Licence', 'Sources', 'Imprint'] },
  { path: '/', name: 'Home', otherNames: ['Start', 'Papers With Code 2'] },
];

/** The pages whose names fit, best first. */
export function findPages(text: string): (SitePage & { readonly fit: Fit })[] {
  const query = parseNameQuery(text);
  if (query.compact === '') return [];
  return SITE_PAGES.flatMap((page) => {
    const fits = [page.name, ...page.otherNames]
      .map((name) => fitName(keyOfName(name), query))
      .filter((fit) => fit !== null);
    return fits.length === 0 ? [] : [{ ...page, fit: Math.min(...fits) as Fit }];
  }).sort((a, b) => a.fit - b.fit);
}
