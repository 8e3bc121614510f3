import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeKeyPair } from '../../../src/builder/signing/key-pair.ts';
import { readReport, withFolder } from '../../support/dump-builds.ts';
import { runCommand } from '../../support/run-command.ts';

// Each test starts the command itself, which takes its time where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = join(import.meta.dirname, '../../../sample');

const run = (argv: readonly string[], interruptAt?: string) =>
  runCommand('src/builder/main.ts', argv, interruptAt === undefined ? {} : { interruptAt });

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

test('signs and writes an archive file beside the snapshot', async () => {
  await withFolder(async (folder) => {
    const key = join(folder, 'key.pem');
    const { privatePem, publicKey } = makeKeyPair();
    await writeFile(key, privatePem);
    const to = join(folder, 'snapshot');
    const bundle = join(folder, 'all.pwc2.tar');
    const argv = ['--from', SAMPLE, '--to', to, '--level', '1', '--sign', key, '--bundle', bundle];
    const { code, err } = await run(argv);
    expect(err).toContain(`signed by the holder of key ${publicKey.slice(0, 8)}`);
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual(['all.pwc2.tar', 'key.pem', 'snapshot']);
  });
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
