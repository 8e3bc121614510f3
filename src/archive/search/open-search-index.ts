import * as v from 'valibot';
import { MalformedError } from '../../format/errors.ts';
import { decodeLines, parseJsonLine } from '../../format/lines.ts';
import type {
  Manifest,
  PackName,
  SearchManifest,
  SearchSectionName,
} from '../../format/manifest.ts';
import { FacetSchema, type Facet } from '../../format/records/facet.ts';
import { createListSet } from '../../search/list-set.ts';
import type { DocumentRange } from '../../search/lists/posting-list.ts';
import { decodeRepositoryCounts } from '../../search/repository-counts.ts';
import { MAX_SEGMENTS } from '../../search/segments.ts';
import type { SearchSources } from '../../search/search-sources.ts';
import { SEARCH_VERSION } from '../../search/search-version.ts';
import { PAIR_BYTES } from '../../search/title-pairs.ts';
import { tokenizerFingerprint } from '../../search/words/fingerprint.ts';
import type { ReadFile } from '../block-reader.ts';
import { openBinarySection, type BinarySection } from './binary-section.ts';
import { createBlockCache } from './block-cache.ts';
import { SearchUnavailableError } from './errors.ts';

/** The search index of a snapshot, read on demand by the one read path. */
export type SearchIndex = Omit<SearchSources, 'readTexts'>;

/** Bytes of posting lists, and of dictionary blocks, that are kept in memory. */
const POSTINGS_BYTES = 40 * 1024 * 1024;
const TERMS_BYTES = 16 * 1024 * 1024;

/**
 * @param packs packs on this device.
 * @throws SearchUnavailableError when there is no index, or one of another version or tokenizer.
 */
export function openSearchIndex(
  manifest: Manifest,
  packs: readonly PackName[],
  readFile: ReadFile<Uint8Array>,
): SearchIndex {
  const search = checkVersion(manifest.search);
  const ranges = rangesOf(search);
  const setName = packs.includes('abstracts') ? 'texts' : 'titles';
  const terms = createBlockCache(TERMS_BYTES);
  const postings = createBlockCache(POSTINGS_BYTES);

  function open(name: SearchSectionName, cache = postings): Promise<BinarySection> {
    const section = manifest.sections[name];
    if (section === undefined) throw new MalformedError('root manifest', `it has no ${name}`);
    return openBinarySection(name, section, readFile, cache);
  }

  const facetPapers = once(() => open('facet-papers'));
  const readFacets = once(async () => {
    const section = await open('facets', createBlockCache(0));
    const blocks = await Promise.all(section.entries.map((_, place) => section.readBlock(place)));
    return blocks.flatMap((block) => decodeLines(block, 'facets').map(parseFacet));
  });
  const openSet = once(async () => {
    const [dictionary, lists] = await Promise.all([
      open(setName === 'texts' ? 'text-terms' : 'title-terms', terms),
      open(setName === 'texts' ? 'text-postings' : 'title-postings'),
    ]);
    return createListSet(
      {
        firstTerms: dictionary.entries.map(({ firstKey }) => firstKey),
        readTerms: (block) => dictionary.readBlock(block),
        readPostings: (segment, offset, bytes) =>
          lists.readBytes((search.segments?.[segment]?.[setName] ?? 0) + offset, bytes),
      },
      ranges,
    );
  });
  // Trying the tokenizer takes milliseconds, in which the device can read.
  openSet().catch(() => undefined);
  checkTokenizer(search);
  return {
    manifest: search,
    setName,
    isInstalled: packs.includes(setName === 'texts' ? 'abstracts' : 'papers'),
    openSet,
    async readTitlePairs() {
      const section = await open('title-pairs', createBlockCache(0));
      return section.readBytes(0, search.documents * PAIR_BYTES);
    },
    readFacets,
    readRepositories: once(async () => {
      const place = search.repositories;
      const code = (await readFacets()).find(({ kind, name }) => kind === 'has' && name === 'code');
      if (place === undefined || code === undefined) return null;
      const lists = await facetPapers();
      const [papers, counts] = await Promise.all([
        lists.readBytes(code.at, code.bytes),
        lists.readBytes(place.at, place.bytes),
      ]);
      return decodeRepositoryCounts(papers, code.papers, counts, search.documents);
    }),
    async readFacetPapers({ at, bytes }) {
      return (await facetPapers()).readBytes(at, bytes);
    },
  };
}

function checkVersion(search: SearchManifest | undefined): SearchManifest {
  if (search === undefined) {
    throw new SearchUnavailableError(
      'missing',
      'This snapshot has no search index. A newer one is needed: get it on the page Offline.',
    );
  }
  if (search.version !== SEARCH_VERSION) {
    throw new SearchUnavailableError(
      'foreign',
      `The search index of this snapshot has version ${search.version}; this app reads version ${SEARCH_VERSION}. Update the app or the snapshot.`,
    );
  }
  return search;
}

function checkTokenizer({ tokenizer }: SearchManifest): void {
  const own = tokenizerFingerprint();
  if (tokenizer === own) return;
  throw new SearchUnavailableError(
    'foreign',
    `The search index of this snapshot was made with the tokenizer ${tokenizer}; this app has ${own}. Update the app or the snapshot.`,
  );
}

/** Documents of the segments. @throws MalformedError where the manifest has none or they do not follow one another. */
function rangesOf({ segments = [], documents }: SearchManifest): DocumentRange[] {
  const ranges = segments.map(({ to }, place) => ({ from: segments[place - 1]?.to ?? 0, to }));
  const isSound =
    ranges.every(({ from, to }) => from <= to) &&
    ranges.length <= MAX_SEGMENTS &&
    ranges.at(-1)?.to === documents;
  if (isSound) return ranges;
  const ends = segments.map(({ to }) => to).join(', ');
  throw new MalformedError(
    'root manifest',
    `the segments of its search index end at [${ends}]; 1 to ${MAX_SEGMENTS} ends up to ${documents} were expected`,
  );
}

function parseFacet(line: string): Facet {
  const parsed = v.safeParse(FacetSchema, parseJsonLine(line, 'facets'));
  if (!parsed.success) throw new MalformedError('facets', parsed.issues[0].message);
  return parsed.output;
}

/** Does something at the first call and gives the same at the next; a failure is tried again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => {
    result ??= read().catch((error: unknown) => {
      result = null;
      throw error;
    });
    return result;
  };
}
