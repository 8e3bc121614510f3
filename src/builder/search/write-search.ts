import { encodeNumberedLine } from '../../format/lines.ts';
import type { SearchManifest, SearchSectionName } from '../../format/manifest.ts';
import { tokenizerFingerprint } from '../../search/words/fingerprint.ts';
import type { WrittenSegment } from '../../search/build/write-lists.ts';
import { SEARCH_VERSION } from '../../search/search-version.ts';
import type { SectionOutput, WrittenSection } from '../write/section-writer.ts';
import { BinarySectionWriter } from './binary-section-writer.ts';
import type { FacetCollector } from './facet-collector.ts';
import type { IndexPiece, SearchIndexer } from './search-indexer.ts';

/** Bytes, before packing, of a block of what is read whole. */
const WHOLE_BLOCK_BYTES = 250_000;

/**
 * The pairs of titles are read whole, by the first search: each read costs the searching worker some 0.4 ms,
 * while large values reach it beside its work.
 */
const PAIRS_BLOCK_BYTES = 960_000;

/** Bytes of a block of the papers of facets, of which a search reads some and an update changes some. */
const FACET_BLOCK_BYTES = 60_000;

export interface WrittenSearch {
  readonly sections: Readonly<Record<SearchSectionName, WrittenSection>>;
  readonly manifest: SearchManifest;
}

const TERM_SECTIONS = { titles: 'title-terms', texts: 'text-terms' } as const;
const POSTING_SECTIONS = { titles: 'title-postings', texts: 'text-postings' } as const;

/** Writes the sections of the search index. */
export async function writeSearch(
  indexer: SearchIndexer,
  facets: FacetCollector,
  output: SectionOutput,
  signal: AbortSignal,
): Promise<WrittenSearch> {
  const writers = {
    'title-terms': new BinarySectionWriter('title-terms', output),
    'title-postings': new BinarySectionWriter('title-postings', output),
    'title-pairs': new BinarySectionWriter('title-pairs', output),
    facets: new BinarySectionWriter('facets', output),
    'facet-papers': new BinarySectionWriter('facet-papers', output),
    'text-terms': new BinarySectionWriter('text-terms', output),
    'text-postings': new BinarySectionWriter('text-postings', output),
  };
  let segments: readonly WrittenSegment[] = [];
  for await (const piece of indexer.finish()) {
    signal.throwIfAborted();
    if (piece.kind === 'segments') ({ segments } = piece);
    else await writeBlock(piece, writers);
  }
  const repositories = await writeFacets(facets, writers);
  const names = Object.keys(writers) as SearchSectionName[];
  const sections = {} as Record<SearchSectionName, WrittenSection>;
  for (const name of names) sections[name] = await writers[name].finish();
  return {
    sections,
    manifest: {
      version: SEARCH_VERSION,
      tokenizer: tokenizerFingerprint(),
      documents: facets.papers,
      segments: [...segments],
      years: [...facets.years],
      ...(repositories.bytes > 0 && { repositories }),
    },
  };
}

type Writers = Readonly<Record<SearchSectionName, BinarySectionWriter>>;

async function writeBlock(
  block: Exclude<IndexPiece, { kind: 'segments' }>,
  writers: Writers,
): Promise<void> {
  switch (block.kind) {
    case 'terms':
      return writers[TERM_SECTIONS[block.set]].add(block.bytes, block.terms, block.firstTerm);
    case 'postings':
      return writers[POSTING_SECTIONS[block.set]].add(block.bytes, block.bytes.byteLength);
    case 'pairs':
      return addPairs(block.bytes, writers['title-pairs']);
  }
}

async function addPairs(
  bytes: Uint8Array<ArrayBuffer>,
  writer: BinarySectionWriter,
): Promise<void> {
  for (let at = 0; at < bytes.byteLength; at += PAIRS_BLOCK_BYTES) {
    const part = bytes.slice(at, at + PAIRS_BLOCK_BYTES);
    await writer.add(part, part.byteLength);
  }
}

/** @returns where among the lists the numbers of repositories are. */
async function writeFacets(collector: FacetCollector, writers: Writers) {
  const { facets, blocks, repositories } = collector.finish(FACET_BLOCK_BYTES);
  for (const block of blocks) await writers['facet-papers'].add(block, block.byteLength);
  let lines: string[] = [];
  let length = 0;
  const endBlock = async (): Promise<void> => {
    if (lines.length === 0) return;
    await writers.facets.add(new TextEncoder().encode(lines.join('')), lines.length);
    lines = [];
    length = 0;
  };
  for (const facet of facets) {
    const line = encodeNumberedLine(facet);
    lines.push(line);
    length += line.length;
    if (length >= WHOLE_BLOCK_BYTES) await endBlock();
  }
  await endBlock();
  return repositories;
}
