import type { BlockStore } from '../db/block-store.ts';
import type { PackName } from '../format/manifest.ts';
import type { AcceptedManifest } from '../format/trust/accept-manifest.ts';
import { HostUnreachableError } from '../host/errors.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { openArchive, type Archive } from './archive.ts';
import { SelfTestError } from './errors.ts';

/** What is tried of each pack. A pack that gets an index for searching gets a query here. */
const TESTS: Record<PackName, (archive: Archive) => Promise<void>> = {
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
  for (const pack of packs) {
    try {
      await TESTS[pack](archive);
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
  fetchHashed: () => Promise.reject(new HostUnreachableError('this device')),
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

async function testPapers(archive: Archive): Promise<void> {
  const { counts, sections } = archive.manifest;
  expectEqual('the number of papers', sections.papers.records, counts.papers);
  for (const number of firstAndLast(sections.papers.records)) {
    const slug = (await archive.paper(number))?.slug ?? 'nothing';
    expectEqual(`paper ${number}, "${slug}"`, await archive.paperNumber(slug), number);
  }
}

async function testAbstracts(archive: Archive): Promise<void> {
  const { counts, sections } = archive.manifest;
  expectEqual('the number of abstracts', sections.abstracts.records, counts.papers);
  // A paper may have none; what is tried is that its block can be read.
  for (const number of firstAndLast(sections.abstracts.records)) await archive.abstract(number);
}

function firstAndLast(records: number): number[] {
  return records === 0 ? [] : [...new Set([0, records - 1])];
}

function expectEqual<T>(what: string, found: T, expected: T): void {
  if (found === expected) return;
  throw new SelfTestError(what, `${String(found)} was found, ${String(expected)} expected.`);
}
