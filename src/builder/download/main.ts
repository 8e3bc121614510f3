import { setTimeout as delay } from 'node:timers/promises';
import { runBuild } from '../run-build.ts';
import { runProgram } from '../run-program.ts';
import { createStderrLog } from '../terminal-log.ts';
import { DEFAULT_LEVEL } from '../arguments.ts';
import { HELP, parseArguments } from './arguments.ts';
import { nodeDownloadDisk } from './download-disk.ts';
import { fetchArchive } from './fetch-archive.ts';

const STALL_MS = 60_000;

async function run(signal: AbortSignal): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2), process.env);
  if (parsed === null) {
    process.stdout.write(HELP);
    return;
  }
  const { dumps, to, mirrors, isBuilt } = parsed;
  await fetchArchive(dumps, mirrors, {
    fetch: (url, init) => fetch(url, init),
    disk: nodeDownloadDisk,
    log: createStderrLog(),
    async wait(ms, abort) {
      // Aborted, it rejects with an error of its own; callers are to get the signal's reason.
      await delay(ms, undefined, { signal: abort }).catch(() => undefined);
      abort.throwIfAborted();
    },
    random: Math.random,
    signal,
    stallMs: STALL_MS,
  });
  if (!isBuilt) return;
  const plain = { sign: null, by: null, issued: null, bundle: null };
  await runBuild({ from: dumps, to, date: null, level: DEFAULT_LEVEL, ...plain }, signal);
  process.stderr.write(
    `\nnpm start shows it${to === 'snapshot' ? '' : ` when it lies at snapshot/`}.\n`,
  );
}

// Last: what it waits for needs all of the above.
process.exitCode = await runProgram(run, () => 'What was fetched is kept; run it again to go on.');
