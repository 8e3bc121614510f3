import { parentPort, workerData } from 'node:worker_threads';
import { createLocalWorkshop } from '../workshop.ts';
import { transferOfResult, type ThreadJob, type ThreadResult } from './thread-job.ts';

const { level } = workerData as { level: number };
const workshop = createLocalWorkshop(level);

parentPort?.on('message', (job: ThreadJob) => {
  // A rejection ends the thread, and its owner hears of it as an error of the thread.
  void work(job);
});

async function work(job: ThreadJob): Promise<void> {
  const result = await resultOf(job);
  parentPort?.postMessage(result, transferOfResult(result));
}

async function resultOf(job: ThreadJob): Promise<ThreadResult> {
  const local = await workshop;
  switch (job.kind) {
    case 'pack':
      return { kind: 'packed', bytes: await local.pack(job.codec, job.raw, job.dictionary) };
    case 'parse-papers':
      return { kind: 'papers', batch: await local.parsePapers(job.batch) };
  }
}
