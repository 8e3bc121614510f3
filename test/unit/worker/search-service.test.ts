import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseManifest, type PackName } from '../../../src/format/manifest.ts';
import { hashBytes } from '../../../src/format/hash.ts';
import { openHost } from '../../../src/host/open-host.ts';
import type { SearchRequest, SearchResponse } from '../../../src/search/search-engine.ts';
import type { SimilarPaper } from '../../../src/search/similar/similar-papers.ts';
import type { WorkerAnswer, WorkerRequest } from '../../../src/worker/protocol.ts';
import type { PaperSuggestions } from '../../../src/worker/suggestion.ts';
import { createSearchService } from '../../../src/worker/search-service.ts';
import { build, readRecords, withFolder, writeDumps } from '../../support/dump-builds.ts';
import { createMemoryHost, MEMORY_HOST_URL, type MemoryHost } from '../../support/memory-host.ts';

const PAPERS = [
  {
    paper_url: 'https://paperswithcode.com/paper/attention-is-all-you-need',
    title: 'Attention Is All You Need',
    abstract: 'We propose the Transformer, a network architecture based on attention mechanisms.',
    authors: ['Ashish Vaswani', 'Noam Shazeer'],
    date: '2017-06-12',
    tasks: ['Machine Translation'],
    methods: [],
    arxiv_id: '1706.03762',
    url_pdf: 'https://openreview.net/pdf?id=Tr4nsformer',
    proceeding: 'NeurIPS 2017 12',
  },
  {
    paper_url: 'https://paperswithcode.com/paper/deep-residual-learning',
    title: 'Deep Residual Learning for Image Recognition',
    abstract: 'We present ResNet50, trained with residual functions, for image classification.',
    authors: ['Kaiming He', 'Xiangyu Zhang'],
    date: '2015-12-10',
    tasks: ['Image Classification'],
    methods: [],
  },
  {
    paper_url: 'https://paperswithcode.com/paper/you-need-attention-for-images',
    title: 'All Images Need Attention: You Too',
    abstract: 'Image classification with attention and no residual connections.',
    authors: ['He Kaiming'],
    date: '2021-03-01',
    tasks: ['Image Classification'],
    methods: [],
  },
  {
    paper_url: 'https://paperswithcode.com/paper/graphs-without-attention',
    title: 'Graphs without it',
    abstract: 'Message passing on molecules.',
    authors: ['Noam Chomsky'],
    date: '2021-05-01',
    tasks: [],
    methods: [],
  },
];

const LINKS = [
  {
    paper_url: 'https://paperswithcode.com/paper/attention-is-all-you-need',
    paper_title: 'Attention Is All You Need',
    repo_url: 'https://github.com/tensorflow/tensor2tensor',
    is_official: true,
  },
  {
    paper_url: 'https://paperswithcode.com/paper/deep-residual-learning',
    paper_title: 'Deep Residual Learning for Image Recognition',
    repo_url: 'https://github.com/KaimingHe/deep-residual-networks',
    is_official: true,
  },
  {
    paper_url: 'https://paperswithcode.com/paper/deep-residual-learning',
    paper_title: 'Deep Residual Learning for Image Recognition',
    repo_url: 'https://github.com/pytorch/vision',
    is_official: false,
  },
];

let files: Record<string, Uint8Array<ArrayBuffer>>;
let slugs: string[];

beforeAll(async () => {
  await withFolder(async (folder) => {
    const [from, to] = [join(folder, 'dumps'), join(folder, 'snapshot')];
    await mkdir(from);
    await writeDumps(from, {
      'papers-with-abstracts': PAPERS,
      'links-between-papers-and-code': LINKS,
    });
    await build(from, to);
    files = {};
    for (const name of ['snapshot.json', ...(await listBlocks(to))]) {
      files[name] = new Uint8Array(await readFile(join(to, name)));
    }
    slugs = (await readRecords(to, 'papers')).map(({ slug }) => slug);
  });
});

async function listBlocks(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'blocks'))).map((name) => `blocks/${name}`);
}

interface Lab {
  readonly host: MemoryHost;
  /** What it serves; changes are seen by later requests. */
  readonly files: Record<string, Uint8Array<ArrayBuffer>>;
  send(message: WorkerRequest): void;
  next(): Promise<WorkerAnswer>;
}

async function openLab(
  packs: readonly PackName[],
  manifestBytes = files['snapshot.json']!,
): Promise<Lab> {
  const own = { ...files };
  const host = createMemoryHost(own);
  const answers: WorkerAnswer[] = [];
  let wake = (): void => undefined;
  const send = createSearchService({
    openHost: (addresses) => openHost(addresses, { fetch: host.fetch }),
    openStore: () => Promise.resolve(null),
    answer(message) {
      answers.push(message);
      wake();
    },
  });
  const accepted = { id: await hashBytes(manifestBytes), manifest: parseManifest(manifestBytes) };
  const opening = { accepted, addresses: [MEMORY_HOST_URL], packs, mayHoldData: false };
  send({ kind: 'open', opening });
  return {
    host,
    files: own,
    send,
    async next() {
      while (answers.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return answers.shift()!;
    },
  };
}

const ALL: readonly PackName[] = ['boards', 'papers', 'abstracts'];

async function search(
  text: string,
  request: Partial<SearchRequest> = {},
  packs = ALL,
): Promise<SearchResponse & { slugs: string[] }> {
  const lab = await openLab(packs);
  lab.send({
    kind: 'search',
    id: 1,
    request: { text, isTyping: false, limit: 10, ...request },
  });
  const answer = await lab.next();
  if (answer.kind !== 'found') throw new Error(`No answer: ${JSON.stringify(answer)}`);
  const response = answer.response as SearchResponse;
  return { ...response, slugs: response.papers.map((number) => slugs[number]!) };
}

const TRANSFORMER = 'attention-is-all-you-need';
const RESNET = 'deep-residual-learning';
const IMAGES = 'you-need-attention-for-images';
const GRAPHS = 'graphs-without-attention';

describe('a search', () => {
  it.each([
    ['by the words of a title, in their order', 'attention is all you need', [TRANSFORMER, IMAGES]],
    ['by words of abstracts', 'molecule', [GRAPHS]],
    ['by a compound in another spelling', 'resnet-50', [RESNET]],
    ['by an author', 'vaswani', [TRANSFORMER]],
    ['without a word', 'attention -image', [TRANSFORMER]],
    ['by a phrase', '"image recognition"', [RESNET]],
    ['by a phrase of an abstract', '"residual connections"', [IMAGES]],
    ['of titles alone', 'title:residual', [RESNET]],
    ['of authors alone', 'author:noam', [GRAPHS, TRANSFORMER]],
    ['within a task', 'attention task:image-classification', [IMAGES]],
    ['within a venue', 'venue:neurips', [TRANSFORMER]],
    ['within years', 'year:2016-2020', [TRANSFORMER]],
    ['with code', 'has:code', [TRANSFORMER, RESNET]],
    ['without code', '-has:code', [GRAPHS, IMAGES]],
    ['without a task', 'attention -task:"Image Classification"', [TRANSFORMER]],
    ['without years', 'attention -year:2021', [TRANSFORMER]],
    ['without an author', 'author:noam -author:chomsky', [TRANSFORMER]],
    ['without a word of a title, that abstracts may have', 'attention -title:attention', []],
    [
      'without a phrase, though with its words',
      'attention image -"image classification"',
      [TRANSFORMER],
    ],
    ['by filters alone, newest first', 'task:"Image Classification"', [IMAGES, RESNET]],
    ['of stop words alone', 'without it', [GRAPHS]],
    ['of nothing', '   ', []],
  ])('%s', async (_, text, expected) => {
    const found = await search(text);
    expect(found.slugs).toEqual(expected);
    expect(found.total).toBe(expected.length);
  });

  it('finds the word that is still being typed', async () => {
    expect((await search('resid', { isTyping: true })).slugs).toContain(RESNET);
    expect((await search('resid', { isExact: true })).slugs).toEqual([]);
  });

  it('finds a word that is misspelt, and says so', async () => {
    const found = await search('residaul recognition');
    expect(found.slugs[0]).toBe(RESNET);
    expect(found.corrections).toEqual([{ word: 'residaul', term: 'residu' }]);
    const exact = await search('residaul recognition', { isExact: true });
    expect(exact.corrections).toEqual([]);
    expect(exact.unknown).toEqual(['residaul']);
  });

  it('shows what has some of the words when nothing has what is required', async () => {
    const found = await search('attention title:molecules');
    expect(found.relaxed).toBe('words');
    expect(found.slugs).toContain(TRANSFORMER);
  });

  it('shows what does not pass the filters when nothing does, and says which name nothing', async () => {
    const found = await search('attention task:cooking');
    expect(found).toMatchObject({ relaxed: 'filters', unmatched: ['task:cooking'] });
    expect(found.slugs).toContain(TRANSFORMER);
    expect(await search('task:cooking')).toMatchObject({ total: 0, relaxed: null });
  });

  it('counts facets over the results of a phrase alone', async () => {
    const { facets, total } = await search('"image classification"', { wantsFacets: true });
    expect(total).toBe(2);
    expect(facets?.years.reduce((sum, { papers }) => sum + papers, 0)).toBe(2);
  });

  it('orders all results by their repositories, then by date', async () => {
    const found = await search('year:2010-2030', { order: 'repositories', limit: 3 });
    expect(found.slugs).toEqual([RESNET, TRANSFORMER, GRAPHS]);
    expect(found.order).toBe('repositories');
  });

  it('counts facets over all results', async () => {
    const { facets } = await search('attention', { wantsFacets: true });
    expect(facets).toMatchObject({
      years: [
        { year: 2017, papers: 1 },
        { year: 2021, papers: 1 },
      ],
      venues: [{ name: 'NeurIPS', papers: 1 }],
      withCode: 1,
      withResults: 0,
    });
    expect(facets?.tasks.map(({ slug }) => slug).toSorted()).toEqual([
      'image-classification',
      'machine-translation',
    ]);
  });

  it('orders by date', async () => {
    expect((await search('attention need', { order: 'date' })).slugs).toEqual([
      IMAGES,
      TRANSFORMER,
    ]);
  });

  it('reads titles and authors alone when the abstracts are not on the device', async () => {
    const found = await search('molecules', {}, ['boards', 'papers']);
    expect(found).toMatchObject({ setName: 'titles', total: 0 });
    expect((await search('graphs', {}, [])).slugs).toEqual([GRAPHS]);
  });
});

describe('similar papers', () => {
  async function askSimilar(packs: readonly PackName[]) {
    const lab = await openLab(packs);
    const { title, abstract } = PAPERS.find(({ paper_url }) => paper_url.endsWith(RESNET))!;
    lab.send({
      kind: 'similar',
      id: 1,
      request: {
        number: slugs.indexOf(RESNET),
        title,
        abstract,
        boards: [],
        tasks: [{ slug: 'image-classification', name: 'Image Classification' }],
        methods: [],
        limit: 5,
      },
    });
    const answer = await lab.next();
    if (answer.kind !== 'found') throw new Error(`No answer: ${JSON.stringify(answer)}`);
    const similar = answer.response as readonly SimilarPaper[];
    const found = similar.map(({ number, words }) => ({ slug: slugs[number], words }));
    return { found, asked: lab.host.asked.length };
  }

  it('share words of all texts, and tasks, once everything is installed', async () => {
    const { found } = await askSimilar(ALL);
    expect(found).toEqual([
      { slug: IMAGES, words: expect.arrayContaining(['residual', 'image']) as string[] },
    ]);
  });

  it('share words of titles over the network, for a dictionary and its lists', async () => {
    const { found, asked } = await askSimilar([]);
    expect(found).toEqual([{ slug: IMAGES, words: ['image'] }]);
    // The list of so few papers stands in the dictionary itself.
    expect(asked).toBe(1);
  });
});

describe('the service', () => {
  it('refuses an index of another tokenizer or version, and says both', async () => {
    const manifest = JSON.parse(new TextDecoder().decode(files['snapshot.json'])) as {
      search: Record<string, unknown>;
    };
    for (const change of [{ tokenizer: 'other' }, { version: 99 }]) {
      const bytes = new TextEncoder().encode(
        JSON.stringify({ ...manifest, search: { ...manifest.search, ...change } }),
      );
      const lab = await openLab(ALL, bytes);
      lab.send({ kind: 'search', id: 3, request: { text: 'a', isTyping: false, limit: 1 } });
      const [value] = Object.values(change);
      expect(await lab.next()).toMatchObject({
        kind: 'failed',
        id: 3,
        failure: {
          name: 'SearchUnavailableError',
          message: expect.stringContaining(String(value)) as string,
        },
      });
    }
  });

  it('says which pack is needed when neither the device nor the host has it', async () => {
    const lab = await openLab(['boards', 'papers']);
    lab.host.isDown = true;
    lab.send({ kind: 'search', id: 1, request: { text: 'graphs', isTyping: false, limit: 1 } });
    expect(await lab.next()).toMatchObject({ kind: 'failed', failure: { pack: 'papers' } });
  });

  it('suggests names by what is typed, without the index of the search', async () => {
    const lab = await openLab(['boards']);
    lab.send({ kind: 'names', id: 1, request: { text: 'image cl', limit: 3 } });
    expect(await lab.next()).toEqual({
      kind: 'found',
      id: 1,
      response: [
        {
          kind: 'task',
          slug: 'image-classification',
          name: 'Image Classification',
          fit: 1,
          count: 2,
        },
      ],
    });
    lab.send({ kind: 'names', id: 2, request: { text: 'mchntrns', limit: 3 } });
    expect(await lab.next()).toMatchObject({ response: [{ slug: 'machine-translation' }] });
    const lists = lab.host.asked.length;
    lab.send({ kind: 'names', id: 3, request: { text: 'machine', limit: 3 } });
    expect(await lab.next()).toMatchObject({ response: [{ slug: 'machine-translation' }] });
    expect(lab.host.asked.length).toBe(lists);
  });

  it('suggests papers, the one whose title is being typed first, and authors by their papers', async () => {
    const lab = await openLab(ALL);
    const suggest = async (text: string) => {
      lab.send({ kind: 'papers', id: 1, request: { text, limit: 5 } });
      const answer = await lab.next();
      if (answer.kind === 'failed') throw new Error(answer.failure.message);
      return answer.response as PaperSuggestions;
    };
    const titles = await suggest('deep residual lear');
    expect(titles.papers[0]).toMatchObject({ slug: RESNET, fit: 1, date: '2015-12-10' });
    expect(titles.authors).toEqual([]);
    const kaiming = await suggest('kaiming');
    expect(kaiming.authors.map(({ name }) => name).toSorted()).toEqual([
      'He Kaiming',
      'Kaiming He',
    ]);
    expect((await suggest('noam sha')).authors).toEqual([{ name: 'Noam Shazeer', fit: 1 }]);
  });

  it('refuses blocks of the index that were cut off, and says so', async () => {
    const lab = await openLab(ALL);
    const { sections } = parseManifest(files['snapshot.json']!);
    for (const [hash] of sections['text-terms']?.entries ?? []) {
      const path = `blocks/${String(hash)}.bin`;
      lab.files[path] = files[path]!.slice(0, -20);
    }
    lab.send({ kind: 'search', id: 1, request: { text: 'graphs', isTyping: false, limit: 1 } });
    const answer = await lab.next();
    expect(answer).toMatchObject({ kind: 'failed' });
    expect(answer.kind === 'failed' && answer.failure.message).toContain('The copy is damaged');
  });

  it('answers in order, and not what was cancelled', async () => {
    const lab = await openLab(ALL);
    const request = { text: 'graphs', isTyping: false, limit: 1 };
    lab.send({ kind: 'search', id: 1, request });
    lab.send({ kind: 'search', id: 2, request });
    lab.send({ kind: 'search', id: 3, request });
    lab.send({ kind: 'cancel', id: 2 });
    expect((await lab.next()).id).toBe(1);
    expect((await lab.next()).id).toBe(3);
  });
});
