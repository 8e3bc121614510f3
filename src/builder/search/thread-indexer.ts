import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SearchedPaper } from '../../search/build/index-builder.ts';
import type { IndexAnswer, IndexRequest } from './index-thread.ts';
import type { IndexPiece, SearchIndexer } from './search-indexer.ts';

/** Papers sent together. */
const BATCH_PAPERS = 500;
/** Batches that may wait for the thread: more would fill the memory, fewer would hold it up. */
const MAX_WAITING = 4;

/** Indexes in a thread of its own, beside the threads that pack. */
export function createThreadIndexer(): SearchIndexer {
  const worker = new Worker(new URL('search-thread.mjs', import.meta.url));
  const answers: IndexAnswer[] = [];
  let wake: () => void = () => undefined;
  let failure: Error | null = null;
  let batch: SearchedPaper[] = [];
  let waiting = 0;

  worker.on('message', (answer: IndexAnswer) => {
    answers.push(answer);
    wake();
  });
  worker.on('error', (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });

  function send(request: IndexRequest): void {
    worker.postMessage(request);
  }

  async function nextAnswer(): Promise<IndexAnswer> {
    for (;;) {
      if (failure !== null) throw failure;
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  async function sendBatch(): Promise<void> {
    send({ kind: 'papers', papers: batch });
    batch = [];
    waiting++;
    while (waiting > MAX_WAITING) {
      await nextAnswer();
      waiting--;
    }
  }

  return {
    async add(paper) {
      batch.push(paper);
      if (batch.length >= BATCH_PAPERS) await sendBatch();
    },
    async *finish(): AsyncGenerator<IndexPiece> {
      await sendBatch();
      send({ kind: 'finish' });
      for (;;) {
        const answer = await nextAnswer();
        if (answer.kind === 'finished') return;
        if (answer.kind === 'piece') yield answer.piece;
      }
    },
    async close() {
      const closed = once(worker, 'exit');
      await worker.terminate();
      await closed.catch(() => undefined);
    },
  };
}
