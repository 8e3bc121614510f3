import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parseSigningKey } from '../../../../src/builder/signing/key-pair.ts';
import { withFolder } from '../../../support/dump-builds.ts';
import { runCommand } from '../../../support/run-command.ts';

vi.setConfig({ testTimeout: 60_000 });

const run = (...argv: string[]) => runCommand('src/builder/signing/main.ts', argv);

test('makes a private key that only its owner reads, and says what to do with the public one', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'key.pem');
    const { code, out } = await run('--to', path);
    expect(code).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { publicKey } = parseSigningKey(await readFile(path, 'utf8'), path);
    expect(out).toContain(`PWC_PUBLIC_KEYS=${publicKey} npm run build`);
    expect(out).not.toContain('PRIVATE');
  });
});

test('never overwrites', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'key.pem');
    await writeFile(path, 'mine');
    const { code, err } = await run('--to', path);
    expect(code).toBe(1);
    expect(err).toContain('is there already and is not overwritten');
    expect(await readFile(path, 'utf8')).toBe('mine');
  });
});

test.each([
  [[], '--to is missing'],
  [['--to', '/does/not/exist/key'], 'does not exist; make it first'],
  [['--too', 'x'], 'is not understood'],
])('%j: %s', async (argv, message) => {
  const { code, err } = await run(...argv);
  expect(code).toBe(1);
  expect(err).toContain(message);
});
