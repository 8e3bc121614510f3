import { InputError } from './input-error.ts';

class Interruption extends Error {
  override readonly name = 'Interruption';
}

/**
 * Runs what stands behind a command line; its signal is aborted by Ctrl-C and SIGTERM.
 * @param whenInterrupted says in a sentence what became of the work then.
 * @returns the exit code: 0 done, 1 something the person can put right, 2 a bug, 130 interrupted.
 */
export async function runProgram(
  work: (signal: AbortSignal) => Promise<void>,
  whenInterrupted: () => string,
): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort(new Interruption());
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    await work(interruption.signal);
    return 0;
  } catch (error) {
    if (error instanceof Interruption) {
      process.stderr.write(`\nInterrupted. ${whenInterrupted()}\n`);
      return 130;
    }
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof InputError) {
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\nThis is a bug in the builder, not in what you gave it.\n${detail}\n`);
  return 2;
}
