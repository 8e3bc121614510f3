import { availableParallelism } from 'node:os';
import { HELP, parseArguments, type BuildArguments } from './arguments.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { errorCode, InputError } from './input-error.ts';
import { nodeDisk } from './node-disk.ts';
import { describeBuild } from './summary.ts';
import { createTerminalLog } from './terminal-log.ts';
import { createThreadWorkshop } from './threads/thread-workshop.ts';

/** Threads that parse and pack; the main thread joins. More do not help: it cannot feed them. */
const MAX_THREADS = 8;

/** Exit codes: 0 built, 1 something the person can put right, 2 a bug, 130 interrupted. */
async function run(argv: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort(new Interruption());
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const parsed = parseArguments(argv);
    if (parsed === null) process.stdout.write(HELP);
    else await build(parsed, interruption.signal);
    return 0;
  } catch (error) {
    return explain(error);
  }
}

class Interruption extends Error {
  override readonly name = 'Interruption';
}

async function build(parsed: BuildArguments, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const log = createTerminalLog(
    { isTTY: process.stderr.isTTY, write: (text) => process.stderr.write(text) },
    () => performance.now(),
  );
  const threads = Math.min(MAX_THREADS, availableParallelism());
  const workshop = createThreadWorkshop(parsed.level, threads);
  try {
    const processes = { ownId: process.pid, isAlive };
    const built = await buildSnapshot(parsed, { disk: nodeDisk, log, workshop, processes, signal });
    for (const line of describeBuild(built, performance.now() - start)) log.print(line);
  } finally {
    await workshop.close();
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

function explain(error: unknown): number {
  if (error instanceof InputError) {
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
  if (error instanceof Interruption) {
    process.stderr.write('\nInterrupted. Nothing was changed.\n');
    return 130;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\nThis is a bug in the builder, not in what you gave it.\n${detail}\n`);
  return 2;
}

// Last: what it waits for needs all of the above.
process.exitCode = await run(process.argv.slice(2));
