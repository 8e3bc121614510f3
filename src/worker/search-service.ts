import type { ReadableStore } from '../archive/block-reader.ts';
import { createFileReader } from '../archive/block-reader.ts';
import { openArchive } from '../archive/archive.ts';
import { NotOnDeviceError } from '../archive/errors.ts';
import { openSearchIndex } from '../archive/search/open-search-index.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import { SearchEngine } from '../search/search-engine.ts';
import type {
  SearchFailure,
  SearchOpening,
  WorkerAnswer,
  WorkerQuestion,
  WorkerRequest,
} from './protocol.ts';

export interface SearchServiceEffects {
  openHost(addresses: readonly string[]): SnapshotHost;
  /** The device's blocks; null where the browser stores nothing. */
  openStore(): Promise<ReadableStore | null>;
  answer(message: WorkerAnswer): void;
}

/** The inside of the search worker: takes its messages one by one. */
export function createSearchService({ openHost, openStore, answer }: SearchServiceEffects) {
  let opening: Promise<SearchEngine> | null = null;
  const running = new Map<number, AbortController>();
  // Searches of one engine share its arrays: each waits for the one before.
  let last: Promise<unknown> = Promise.resolve();

  async function open(wanted: SearchOpening): Promise<SearchEngine> {
    const store = wanted.mayHoldData ? await openStore() : null;
    return openEngine(wanted, openHost(wanted.addresses), store);
  }

  async function reply(question: WorkerQuestion): Promise<void> {
    const { id } = question;
    const controller = new AbortController();
    running.set(id, controller);
    const before = last;
    const work = (async () => {
      await before;
      if (controller.signal.aborted) return;
      const engine = await (opening ?? Promise.reject(new Error('No snapshot was opened.')));
      const found = await askEngine(engine, question, controller.signal);
      if (!controller.signal.aborted) answer(found);
    })();
    last = work.catch(() => undefined);
    try {
      await work;
    } catch (error) {
      if (!controller.signal.aborted) answer({ kind: 'failed', id, failure: describe(error) });
    } finally {
      running.delete(id);
    }
  }

  return (message: WorkerRequest): void => {
    switch (message.kind) {
      case 'open':
        opening = open(message.opening);
        // Whoever searches next meets the failure.
        opening.catch(() => undefined);
        return;
      case 'search':
      case 'similar':
        void reply(message);
        return;
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'warm':
        void opening?.then((engine) => engine.warm()).catch(() => undefined);
    }
  };
}

async function askEngine(
  engine: SearchEngine,
  question: WorkerQuestion,
  signal: AbortSignal,
): Promise<WorkerAnswer> {
  const { id } = question;
  return question.kind === 'search'
    ? { kind: 'found', id, response: await engine.search(question.request, signal) }
    : { kind: 'alike', id, papers: await engine.similar(question.request, signal) };
}

function openEngine(
  { accepted, packs }: SearchOpening,
  host: SnapshotHost,
  store: ReadableStore | null,
): SearchEngine {
  const archive = openArchive({ accepted, host, store });
  // Damage is told by the pages, which read the same blocks; here it is only mended.
  const options = { host, store, installedPacks: [], onDamage: () => undefined };
  const readFile = createFileReader(options, (raw) => raw);
  const index = openSearchIndex(accepted.manifest, packs, readFile);
  return new SearchEngine({
    ...index,
    async readTexts(number) {
      const [paper, abstract] = await Promise.all([
        archive.paper(number),
        // A phrase of a title is found without abstracts.
        packs.includes('abstracts') ? archive.abstract(number) : null,
      ]);
      return paper === null ? null : { title: paper.title, abstract };
    },
  });
}

function describe(error: unknown): SearchFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return error instanceof NotOnDeviceError
    ? { name, message, pack: error.pack }
    : { name, message };
}
