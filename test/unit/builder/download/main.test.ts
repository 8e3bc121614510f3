import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { DUMP_NAMES } from '../../../../src/builder/report.ts';
import { readReport, withFolder } from '../../../support/dump-builds.ts';
import { startFakeHub, type HubFile } from '../../../support/fake-hub.ts';
import { runCommand } from '../../../support/run-command.ts';

vi.setConfig({ testTimeout: 90_000 });

const SAMPLE = join(import.meta.dirname, '../../../../sample');
const PROGRAM = 'src/builder/download/main.ts';

test('fetches the dumps and builds a snapshot of them; a second run fetches nothing', async () => {
  const files: Record<string, HubFile> = {};
  for (const dump of DUMP_NAMES) {
    const body = gzipSync(await readFile(join(SAMPLE, `${dump}.json`)));
    files[`jul-28-${dump}.json.gz`] = { body };
  }
  const hub = await startFakeHub({ files });
  try {
    await withFolder(async (folder) => {
      const [dumps, to] = [join(folder, 'dumps'), join(folder, 'snapshot')];
      const argv = ['--dumps', dumps, '--to', to, '--mirror', hub.url];
      const { code, err } = await runCommand(PROGRAM, argv);
      expect(err).toContain('methods: fetched; it is not the one published on 2025-07-28');
      expect(code).toBe(0);
      expect((await readdir(dumps)).length).toBe(5);
      expect((await readReport(to)).date).toMatch(/^2025-/);

      const requests = hub.requests.length;
      const again = await runCommand(PROGRAM, [...argv, '--fetch-only']);
      expect(again.code).toBe(0);
      expect(again.err).toContain('methods: was there already');
      expect(hub.requests.length).toBe(requests);
    });
  } finally {
    await hub.close();
  }
});

test('a mirror that does not have it is a sentence, not a stack', async () => {
  const hub = await startFakeHub({ files: {} });
  try {
    await withFolder(async (folder) => {
      const argv = ['--dumps', folder, '--mirror', hub.url];
      const { code, err } = await runCommand(PROGRAM, argv);
      expect(code).toBe(1);
      expect(err).toContain('could not be fetched');
      expect(err).not.toContain('    at ');
    });
  } finally {
    await hub.close();
  }
});
