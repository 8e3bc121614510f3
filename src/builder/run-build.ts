import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { BuildArguments } from './arguments.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { errorCode } from './input-error.ts';
import { nodeDisk } from './node-disk.ts';
import { createThreadIndexer } from './search/thread-indexer.ts';
import { readSigner } from './signing/read-signer.ts';
import { describeBuild } from './summary.ts';
import { createStderrLog } from './terminal-log.ts';
import { createThreadWorkshop } from './threads/thread-workshop.ts';
import { writeArchiveFile } from './write/write-archive-file.ts';

/** Threads that parse and pack; the main thread joins. More do not help: it cannot feed them. */
const MAX_THREADS = 8;

/**
 * By how much a heap may grow over what was in use before it is collected again. V8 goes by the machine's
 * memory: where there is much, it lets a heap more than double, though what is collected sooner costs no time
 * that shows. It is a flag of the process, so it holds for all threads.
 */
const HEAP_GROWTH_PERCENT = 40;

/**
 * Builds a snapshot on this machine, as a command line asks for it, and says what it did.
 * @param onBuilt called when the snapshot stands, before its archive file is written.
 */
export async function runBuild(
  parsed: BuildArguments,
  signal: AbortSignal,
  onBuilt: () => void = () => undefined,
): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  const start = performance.now();
  const log = createStderrLog();
  const signer = await readSigner(parsed, nodeDisk, () => new Date());
  const threads = Math.min(MAX_THREADS, availableParallelism());
  const workshop = createThreadWorkshop(parsed.level, threads);
  const indexer = createThreadIndexer();
  try {
    const processes = { ownId: process.pid, isAlive };
    const effects = { disk: nodeDisk, log, workshop, indexer, processes, signal };
    const built = await buildSnapshot({ ...parsed, signer }, effects);
    onBuilt();
    if (parsed.bundle !== null) await writeArchiveFile(parsed.to, parsed.bundle, effects);
    for (const line of describeBuild(built, performance.now() - start)) log.print(line);
  } finally {
    await Promise.all([workshop.close(), indexer.close()]);
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
