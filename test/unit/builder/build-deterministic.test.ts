import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodeDisk } from '../../../src/builder/node-disk.ts';
import { createThreadWorkshop } from '../../../src/builder/threads/thread-workshop.ts';
import { build, readReport, readTree, withFolder, writeDumps } from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = join(import.meta.dirname, '../../../sample');

async function sampleDumps(): Promise<Record<string, unknown>> {
  const dumps: Record<string, unknown> = {};
  for (const name of readdirSync(SAMPLE)) {
    if (!name.endsWith('.json')) continue;
    const text = new TextDecoder().decode(await nodeDisk.read(join(SAMPLE, name)));
    dumps[name.replace('.json', '')] = JSON.parse(text);
  }
  return dumps;
}

test('the same dumps give the same bytes: again, packed, indented, or under lying names', async () => {
  const dumps = await sampleDumps();
  await withFolder(async (folder) => {
    const lying = Object.fromEntries(
      Object.entries(dumps).map(([name, content]) => [
        `jul-28-${name}.json.gz`,
        JSON.stringify(content, null, 2),
      ]),
    );
    await writeDumps(join(folder, 'plain'), dumps);
    await writeDumps(join(folder, 'packed'), dumps, { gzip: true });
    await writeDumps(join(folder, 'lying'), lying);
    const trees = [];
    for (const [run, from] of ['plain', 'plain', 'packed', 'lying'].entries()) {
      const to = join(folder, `snapshot-${run}`);
      await build(join(folder, from), to);
      trees.push(await readTree(to));
    }
    const [first, ...others] = trees;
    expect(Object.keys(first ?? {})).toContain('snapshot.json');
    for (const tree of others) expect(tree).toEqual(first);
  });
});

test('threads make the same bytes as one thread', async () => {
  await withFolder(async (folder) => {
    const [one, many] = [join(folder, 'one'), join(folder, 'many')];
    await build(SAMPLE, one);
    const workshop = createThreadWorkshop(1, 3);
    try {
      await build(SAMPLE, many, { workshop });
    } finally {
      await workshop.close();
    }
    expect(await readTree(many)).toEqual(await readTree(one));
  });
});

test('the sample archive loses no record without a reason', async () => {
  await withFolder(async (folder) => {
    const to = join(folder, 'snapshot');
    await build(SAMPLE, to);
    const { dumps } = await readReport(to);
    for (const name of [
      'papers-with-abstracts',
      'methods',
      'datasets',
      'evaluation-tables',
    ] as const) {
      expect(dumps[name].read, name).toBeGreaterThan(0);
      expect(dumps[name].kept, name).toBe(dumps[name].read);
    }
  });
});
