import { spawn } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readReport, withFolder } from '../../support/dump-builds.ts';

// Each test starts the command itself, which takes its time where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, '../../..');
const SAMPLE = join(ROOT, 'sample');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the builder as `npm run snapshot` does; `interruptAt` is a text of its log. */
function run(argv: readonly string[], interruptAt?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/builder/main.ts', ...argv], {
      cwd: ROOT,
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

test('builds the sample and says what it did', async () => {
  await withFolder(async (folder) => {
    const to = join(folder, 'snapshot');
    const { code, err } = await run([
      '--from',
      SAMPLE,
      '--to',
      to,
      '--level',
      '1',
      '--date',
      '2025-07-01',
    ]);
    expect(code).toBe(0);
    expect(err).toContain('papers-with-abstracts');
    expect(err).toContain('pack abstracts');
    expect((await readReport(to)).date).toBe('2025-07-01');
    expect(await readdir(folder)).toEqual(['snapshot']);
  });
});

test('what the person did wrong is one sentence and exit code 1', async () => {
  const { code, err } = await run(['--from', '/does/not/exist', '--to', '/does/not/matter']);
  expect(code).toBe(1);
  expect(err.trim()).toBe(
    '--from /does/not/exist does not exist; the folder with the dumps was expected.',
  );
});

test('--help', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toContain('--from DIR');
});

test('Ctrl-C leaves nothing behind', async () => {
  await withFolder(async (folder) => {
    const to = join(folder, 'snapshot');
    await mkdir(to);
    const { code, err } = await run(['--from', SAMPLE, '--to', to], 'joining papers');
    expect(err).toContain('Interrupted. Nothing was changed.');
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual(['snapshot']);
    expect(await readdir(to)).toEqual([]);
  });
});
