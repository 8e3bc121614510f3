import { availableParallelism } from 'node:os';
import { HELP, parseArguments, type BuildArguments } from './arguments.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { errorCode } from './input-error.ts';
import { nodeDisk } from './node-disk.ts';
import { runProgram } from './run-program.ts';
import { readSigner } from './signing/read-signer.ts';
import { describeBuild } from './summary.ts';
import { createTerminalLog } from './terminal-log.ts';
import { createPackPool } from './write/pack-pool.ts';
import { writeArchiveFile } from './write/write-archive-file.ts';

/** Threads that pack; the main thread reads and joins. More do not help: it cannot feed them. */
const MAX_THREADS = 8;

let whatBecame = 'Nothing was changed.';

async function build(parsed: BuildArguments, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const log = createTerminalLog(
    { isTTY: process.stderr.isTTY, write: (text) => process.stderr.write(text) },
    () => performance.now(),
  );
  const signer = await readSigner(parsed, nodeDisk, () => new Date());
  const threads = Math.min(MAX_THREADS, availableParallelism());
  const packer = createPackPool(parsed.level, threads);
  try {
    const processes = { ownId: process.pid, isAlive };
    const effects = { disk: nodeDisk, log, packer, processes, signal };
    const built = await buildSnapshot({ ...parsed, signer }, effects);
    whatBecame = 'The snapshot is whole; its archive file was not written.';
    if (parsed.bundle !== null) await writeArchiveFile(parsed.to, parsed.bundle, effects);
    for (const line of describeBuild(built, performance.now() - start)) log.print(line);
  } finally {
    await packer.close();
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

// Last: what it waits for needs all of the above.
process.exitCode = await runProgram(
  async (signal) => {
    const parsed = parseArguments(process.argv.slice(2));
    if (parsed === null) process.stdout.write(HELP);
    else await build(parsed, signal);
  },
  () => whatBecame,
);
