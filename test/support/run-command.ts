import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface EndedCommand {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Stop {
  readonly at: string;
  readonly signal: NodeJS.Signals;
}

/**
 * Runs one of the builder's programs as `npm run` does.
 * @param stop a signal for it, as soon as its log holds a text.
 */
export function runCommand(
  program: string,
  argv: readonly string[],
  options: { readonly stop?: Stop; readonly env?: Record<string, string> } = {},
): Promise<EndedCommand> {
  const { stop, env = {} } = options;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...argv], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });
    let out = '';
    let err = '';
    let isStopped = false;
    child.stdout.on('data', (text) => (out += String(text)));
    child.stderr.on('data', (text) => {
      err += String(text);
      if (stop === undefined || isStopped || !err.includes(stop.at)) return;
      isStopped = true;
      child.kill(stop.signal);
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
