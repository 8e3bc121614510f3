import type { BlockStore } from '../db/block-store.ts';
import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import { HostUnreachableError } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { SearchEngine } from '../search/search-engine.ts';
import { openArchive, type Archive } from './archive.ts';
import { createFileReader } from './block-reader.ts';
import { SelfTestError } from './errors.ts';
import { SearchUnavailableError } from './search/errors.ts';
import { openSearchIndex, type SearchIndex } from './search/open-search-index.ts';

/** What is tried of each pack. */
const TESTS: Record<PackName, (archive: Archive, search: SelfSearch) => Promise<void>> = {
  boards: testBoards,
  papers: testPapers,
  abstracts: testAbstracts,
};

/**
 * Tries packs of a snapshot out before pages read it, from the device alone: known records have to be
 * found by the ways that pages take, and the manifest's counts have to fit. It reads a few blocks and
 * does not check that all are there.
 *
 * @throws SelfTestError
 */
export async function testSnapshot(
  accepted: AcceptedManifest,
  packs: readonly PackName[],
  store: BlockStore,
): Promise<void> {
  const archive = openArchive({ accepted, host: NO_HOST, store });
  const search = createSelfSearch(accepted, store);
  for (const pack of packs) {
    try {
      await TESTS[pack](archive, search);
    } catch (cause) {
      if (cause instanceof SelfTestError) throw cause;
      throw new SelfTestError(`the pack "${pack}"`, `${String(cause)}.`, { cause });
    }
  }
}

/** The device alone. */
const NO_HOST: SnapshotHost = {
  addresses: [],
  fetchManifest: () => Promise.reject(new HostUnreachableError('this device')),
  fetchRun: () => Promise.reject(new HostUnreachableError('this device')),
};

async function testBoards(archive: Archive): Promise<void> {
  const { counts, sections } = archive.manifest;
  expectEqual('the number of boards', sections.boards.records, counts.boards);
  const { notable, latest } = await archive.overview();
  for (const { slug } of notable.slice(0, 2)) {
    expectEqual('a known board', (await archive.board(slug))?.slug, slug);
  }
  if (counts.boards > 0 && counts.papers > 0 && latest.length === 0) {
    throw new SelfTestError('the overview', 'it has no papers.');
  }
}

async function testPapers(archive: Archive, search: SelfSearch): Promise<void> {
  const { counts, sections } = archive.manifest;
  expectEqual('the number of papers', sections.papers.records, counts.papers);
  for (const number of firstAndLast(sections.papers.records)) {
    const slug = (await archive.paper(number))?.slug ?? 'nothing';
    expectEqual(`paper ${number}, "${slug}"`, (await archive.findPaper(slug))?.number, number);
  }
  const readTitle = async (number: number) => (await archive.paper(number))?.title ?? '';
  await testSearch('titles', readTitle, sections.papers.records, (text) =>
    search(text, ['papers']),
  );
}

async function testAbstracts(archive: Archive, search: SelfSearch): Promise<void> {
  const { counts, sections } = archive.manifest;
  expectEqual('the number of abstracts', sections.abstracts.records, counts.papers);
  // A paper may have none; what is tried is that its block can be read.
  for (const number of firstAndLast(sections.abstracts.records)) await archive.abstract(number);
  const readAbstract = async (number: number) => (await archive.abstract(number)) ?? '';
  await testSearch('abstracts', readAbstract, sections.abstracts.records, (text) =>
    search(text, ['abstracts']),
  );
}

/** Numbers of papers for a text, by the lists of a pack; null when this app cannot use the index. */
type SelfSearch = (text: string, packs: readonly PackName[]) => Promise<readonly number[] | null>;

function createSelfSearch({ manifest }: AcceptedManifest, store: BlockStore): SelfSearch {
  const options = { host: NO_HOST, store, installedPacks: [], onDamage: () => undefined };
  const readFile = createFileReader(options, (raw) => raw);
  return async (text, packs) => {
    // A snapshot need not have an index, nor one of this version: the page of the search says so.
    if (manifest.search === undefined) return null;
    let index: SearchIndex;
    try {
      index = openSearchIndex(manifest, packs, readFile);
    } catch (error) {
      if (error instanceof SearchUnavailableError) return null;
      throw error;
    }
    // Without what only makes later searches quicker or orders them better.
    const engine = new SearchEngine({
      ...index,
      isInstalled: false,
      readTexts: () => Promise.resolve(null),
    });
    const request = { text, isTyping: false, isExact: true, limit: FOUND_AMONG };
    return (await engine.search(request, new AbortController().signal)).papers;
  };
}

/** Papers of the same text are not told apart. */
const FOUND_AMONG = 50;
/** Papers whose texts are tried: some have none, or none with a word that is searched for. */
const TEXTS_TRIED = 5;
/** A title whole, or how an abstract begins: enough to find it by. */
const WORDS_TRIED = 16;

/** The newest papers have to be found by their texts: one of them is enough. */
async function testSearch(
  texts: 'titles' | 'abstracts',
  readText: (number: number) => Promise<string>,
  papers: number,
  search: (text: string) => Promise<readonly number[] | null>,
): Promise<void> {
  let tried = 0;
  for (let number = papers - 1; number >= Math.max(0, papers - TEXTS_TRIED); number--) {
    const words = firstWords(await readText(number));
    if (words === '') continue;
    const found = await search(words);
    if (found === null || found.includes(number)) return;
    tried++;
  }
  if (tried > 0) {
    throw new SelfTestError('the search', `${tried} papers are not found by their ${texts}.`);
  }
}

/** Without the signs of the query's language, which are not meant as such here. */
function firstWords(text: string): string {
  return text
    .replace(/["$:-]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, WORDS_TRIED)
    .join(' ');
}

function firstAndLast(records: number): number[] {
  return records === 0 ? [] : [...new Set([0, records - 1])];
}

function expectEqual<T>(what: string, found: T, expected: T): void {
  if (found === expected) return;
  throw new SelfTestError(what, `${String(found)} was found, ${String(expected)} expected.`);
}
