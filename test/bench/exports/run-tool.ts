import { execFile } from 'node:child_process';

export interface ToolRun {
  readonly code: number;
  /** What it wrote to its output and its errors. */
  readonly output: string;
}

/** Runs a program without a shell. It may fail: what it says is the result. */
export function runTool(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<ToolRun> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      {
        ...options,
        env: { ...process.env, ...options.env },
        maxBuffer: 1 << 28,
        encoding: 'latin1',
      },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
        resolve({ code, output: stdout + stderr });
      },
    );
  });
}

/** Whether a program can be run at all. */
export async function hasTool(program: string): Promise<boolean> {
  const { output } = await runTool('which', [program], { cwd: '/' });
  return output.trim() !== '';
}
