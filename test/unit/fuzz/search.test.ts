import { expect, test, vi } from 'vitest';
import { openSearchIndex } from '../../../src/archive/search/open-search-index.ts';
import { MalformedError } from '../../../src/format/errors.ts';
import {
  SEARCH_SECTION_NAMES,
  SEARCH_SECTIONS,
  type Manifest,
} from '../../../src/format/manifest.ts';
import { ByteWriter } from '../../../src/search/lists/byte-writer.ts';
import {
  DictionaryCursor,
  findTerm,
  type TermEntry,
} from '../../../src/search/lists/dictionary-block.ts';
import { DictionaryBlockWriter } from '../../../src/search/lists/dictionary-writer.ts';
import {
  createChunk,
  encodePostings,
  forEachChunk,
  MAX_IMPACT,
} from '../../../src/search/lists/posting-list.ts';
import { decodeRepositoryCounts } from '../../../src/search/repository-counts.ts';
import { IMPACT_VALUES } from '../../../src/search/ranking-model.ts';
import { Scorer } from '../../../src/search/scorer.ts';
import { SpellingSearch } from '../../../src/search/query/spelling.ts';
import { SEARCH_VERSION } from '../../../src/search/search-version.ts';
import { tokenizerFingerprint } from '../../../src/search/words/fingerprint.ts';
import { mutateBytes } from '../../support/fuzz/mutate-bytes.ts';
import { createRandom } from '../../support/fuzz/random.ts';
import { runFuzz, type FuzzTarget } from '../../support/fuzz/run-fuzz.ts';
import { fuzzRuns, type FUZZ_RUNS } from '../../support/fuzz/runs.ts';
import { largestAllocation } from '../../support/fuzz/watch-allocations.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

type Bytes = Uint8Array<ArrayBuffer>;

const DOCUMENTS = 3000;
const random = createRandom(4);
const TERMS = [
  ...new Set(
    Array.from({ length: 90 }, () => `${random.below(30).toString(36)}${random.below(900)}`),
  ),
  '@vaswani',
].toSorted((a, b) => (a < b ? -1 : 1));

/** Documents and impacts of a list of so many. */
function makeList(count: number): { documents: number[]; impacts: number[] } {
  const chosen = new Set(Array.from({ length: count }, () => random.below(DOCUMENTS)));
  const documents = [...chosen].toSorted((a, b) => a - b);
  return { documents, impacts: documents.map(() => 1 + random.below(MAX_IMPACT)) };
}

const LISTS = TERMS.map((_, place) => makeList(place % 3 === 0 ? 1 + (place % 2) : 5 + place * 4));
const POSTINGS: Bytes[] = LISTS.map(({ documents, impacts }) => {
  const writer = new ByteWriter();
  encodePostings(writer, documents, impacts, documents.length);
  return writer.take();
});

/** Where the first of two segments ends. */
const FIRST_SEGMENT = 2000;

/** A block of the dictionary over these lists, those of both segments, and where the second's begin. */
function makeBlock(): { block: Bytes; postings: Bytes; secondAt: number } {
  const writer = new DictionaryBlockWriter([0, 0]);
  const [first, second] = [new ByteWriter(), new ByteWriter()];
  for (const [place, term] of TERMS.entries()) {
    const { documents, impacts } = LISTS[place]!;
    const frequency = documents.length;
    const early = documents.filter((document) => document < FIRST_SEGMENT).length;
    const start = early >= 16 ? early : 0;
    const segments = [];
    if (start > 0) {
      const before = first.length;
      encodePostings(first, documents, impacts, start);
      segments.push({ segment: 0, frequency: start, bytes: first.length - before });
    }
    const own = documents.slice(start);
    const ownImpacts = impacts.slice(start);
    const from = start > 0 ? FIRST_SEGMENT : 0;
    if (own.length <= 3) {
      const counted = own.map((document) => document - from);
      const others = { documents: counted, impacts: ownImpacts };
      writer.add({ term, frequency, segments, others });
    } else {
      const before = second.length;
      encodePostings(second, own, ownImpacts, own.length, from);
      writer.add({ term, frequency, segments, others: second.length - before });
    }
  }
  const secondAt = first.length;
  first.bytes(second.view());
  return { block: writer.take(), postings: first.take(), secondAt };
}

const { block: BLOCK, postings: STORED, secondAt: SECOND_AT } = makeBlock();

async function fuzz(
  decoder: keyof typeof FUZZ_RUNS,
  target: Pick<FuzzTarget<Bytes>, 'mutate' | 'decode'>,
) {
  const { runs, seed } = fuzzRuns(decoder);
  const describe = (bytes: Bytes) => Buffer.from(bytes).toString('base64');
  const counts = await runFuzz({ name: decoder, describe, ...target }, runs, seed);
  return { runs, ...counts };
}

function checkEntry({ term, frequency, lists }: TermEntry): void {
  if (term === '' || term.length > 200) throw new Error(`A term of ${term.length} characters.`);
  if (!Number.isSafeInteger(frequency) || frequency < 1) throw new Error(`Frequency ${frequency}.`);
  let found = 0;
  for (const list of lists) {
    if (list.kind === 'stored') {
      const { offset, bytes } = list;
      if (!Number.isSafeInteger(offset + bytes) || offset < 0)
        throw new Error('A place that is none.');
      found += list.frequency;
      continue;
    }
    const { documents, impacts } = list;
    if (documents.length !== impacts.length) throw new Error('Missing ones.');
    checkPostings(documents, impacts);
    found += documents.length;
  }
  if (found !== frequency) throw new Error(`Lists with ${found} postings.`);
}

function checkPostings(documents: readonly number[], impacts: readonly number[]): void {
  for (const [place, document] of documents.entries()) {
    if (document <= (documents[place - 1] ?? -1)) throw new Error('Documents do not ascend.');
    const impact = impacts[place]!;
    if (impact < 1 || impact > MAX_IMPACT) throw new Error(`Impact ${impact}.`);
  }
}

test('a changed block of the dictionary is refused, or every term in it could be one', async () => {
  const { runs, accepted, refused } = await fuzz('dictionary', {
    mutate: (random) => mutateBytes(BLOCK, random),
    decode(bytes, random) {
      const cursor = new DictionaryCursor(bytes);
      let terms = 0;
      while (cursor.next()) {
        checkEntry(cursor.entry());
        terms++;
        // Each takes two bytes at least.
        if (terms > bytes.byteLength) throw new Error('It has more terms than bytes.');
      }
      const wanted = random.pick(TERMS);
      const found = findTerm(bytes, wanted);
      if (found !== null && found.term !== wanted) throw new Error('Found is another term.');
      const search = new SpellingSearch(wanted, 1 + random.below(2));
      search.addBlock(bytes);
      return true;
    },
  });
  expect(accepted + (refused['MalformedError'] ?? 0)).toBe(runs);
  expect(accepted).toBeGreaterThan(0);
  expect(refused['MalformedError']).toBeGreaterThan(runs / 10);
});

test('a changed posting list is refused, or names documents that there are, in order', async () => {
  const chunk = createChunk();
  const { runs, refused } = await fuzz('postings', {
    mutate: (random) => mutateBytes(random.pick(POSTINGS), random),
    decode(bytes, random) {
      const count = random.pick([bytes.byteLength, 1, 128, 2 ** 32, random.below(400) + 1]);
      const documents: number[] = [];
      const impacts: number[] = [];
      forEachChunk(bytes, count, { from: 0, to: DOCUMENTS }, chunk, (size) => {
        documents.push(...chunk.documents.subarray(0, size));
        impacts.push(...chunk.impacts.subarray(0, size));
      });
      if (documents.length !== count) throw new Error('It has another length.');
      if ((documents.at(-1) ?? 0) >= DOCUMENTS) throw new Error('It names what is not there.');
      checkPostings(documents, impacts);
      return true;
    },
  });
  expect(refused['MalformedError']).toBeGreaterThan(runs / 2);
});

test('changed numbers of repositories are refused, or there is one for every paper with code', async () => {
  const { documents } = makeList(300);
  const papers = new ByteWriter();
  encodePostings(
    papers,
    documents,
    documents.map(() => 1),
    documents.length,
  );
  const list = papers.take();
  const counts = new ByteWriter();
  for (const document of documents) counts.varint((document * 7) % 700);
  const good = counts.take();
  const { runs, refused } = await fuzz('repositories', {
    mutate: (random) => mutateBytes(good, random),
    decode(bytes) {
      const found = decodeRepositoryCounts(list, documents.length, bytes, DOCUMENTS);
      if (found.length !== DOCUMENTS) throw new Error('It is of another length.');
      return true;
    },
  });
  expect(refused['MalformedError']).toBeGreaterThan(runs / 10);
});

/** A manifest whose every section of the index is one block, and those blocks. */
function manifestOf(blocks: { readonly terms: Bytes; readonly postings: Bytes }): Manifest {
  const sections = Object.fromEntries(
    SEARCH_SECTION_NAMES.map((name) => {
      const { pack, order } = SEARCH_SECTIONS[name];
      const bytes = order === 'terms' ? blocks.terms.byteLength : blocks.postings.byteLength;
      const hash = (order === 'terms' ? '0' : '1').repeat(32);
      const records = order === 'terms' ? TERMS.length : bytes;
      const entry =
        order === 'terms' ? [hash, bytes, bytes, records, TERMS[0]] : [hash, bytes, bytes];
      const entries = order === 'number' ? [] : [entry];
      const section = {
        pack,
        order,
        records,
        blocks: entries.length,
        bytes,
        codec: 'none',
        index: null,
      };
      return [name, { ...section, entries }];
    }),
  );
  const search = {
    version: SEARCH_VERSION,
    tokenizer: tokenizerFingerprint(),
    documents: DOCUMENTS,
    segments: [
      { to: FIRST_SEGMENT, titles: 0, texts: 0 },
      { to: DOCUMENTS, titles: SECOND_AT, texts: SECOND_AT },
    ],
    years: [],
  };
  return { sections, search } as unknown as Manifest;
}

test('a set of lists over changed blocks gives whole lists or is refused, and reads no more than there is', async () => {
  const manifest = manifestOf({ terms: BLOCK, postings: STORED });
  const scorer = new Scorer(DOCUMENTS);
  let largest = 0;
  const { runs, accepted } = await fuzz('searchIndex', {
    mutate: (random) => mutateBytes(BLOCK, random),
    async decode(bytes, random) {
      const readFile = ({ hash }: { readonly hash: string }) =>
        Promise.resolve(hash.startsWith('0') ? bytes : STORED);
      const index = openSearchIndex(manifest, ['papers'], readFile);
      const set = await index.openSet();
      const entry = await set.find(random.pick(TERMS));
      if (entry === null) return false;
      largest = Math.max(
        largest,
        await largestAllocation(async () => {
          const postings = await set.load(entry);
          const lists = [{ postings, weight: 1 }];
          const group = { lists, coverageWeight: 1, isTitleOnly: false, isRequired: false };
          const { top, total } = scorer.rank({
            groups: [group],
            values: IMPACT_VALUES,
            pairs: [],
            coverage: 10,
            titleCoverage: 10,
            excluded: [],
            allowed: null,
            orderBy: null,
            limit: 20,
          });
          if (total !== entry.frequency || top.some(({ score }) => !(score > 0))) {
            throw new Error('The list is not whole.');
          }
        }),
      );
      return true;
    },
  });
  expect(accepted).toBeGreaterThan(runs / 10);
  expect(largest).toBeLessThan(100_000);
});

test('bytes beyond a section are refused before anything is read', async () => {
  const manifest = manifestOf({ terms: BLOCK, postings: STORED });
  let reads = 0;
  const index = openSearchIndex(manifest, ['papers'], () => {
    reads++;
    return Promise.resolve(STORED);
  });
  const facet = { kind: 'task', name: 'x', papers: 1, at: 10, bytes: 2 ** 40 } as const;
  await expect(index.readFacetPapers(facet)).rejects.toThrow(MalformedError);
  expect(reads).toBe(0);
});
