import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface EndedCommand {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs one of the builder's programs as `npm run` does.
 * @param interruptAt a text of its log at which it is sent SIGINT.
 */
export function runCommand(
  program: string,
  argv: readonly string[],
  options: { readonly interruptAt?: string; readonly env?: Record<string, string> } = {},
): Promise<EndedCommand> {
  const { interruptAt, env = {} } = options;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...argv], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });
    let out = '';
    let err = '';
    let isInterrupted = false;
    child.stdout.on('data', (text) => (out += String(text)));
    child.stderr.on('data', (text) => {
      err += String(text);
      if (interruptAt === undefined || isInterrupted || !err.includes(interruptAt)) return;
      isInterrupted = true;
      child.kill('SIGINT');
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}
