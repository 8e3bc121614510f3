import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';

const SCRIPT = readFileSync('public/start.js', 'utf8');
const ENTRIES = [
  ['a'.repeat(32), 1, 1, 1, 'ant-on-hills'],
  ['b'.repeat(32), 1, 1, 1, 'cat-on-mats'],
];
const INDEX = 'c'.repeat(32);

/** Runs the script on a first visit to an address, before a host that has one section. @returns what it asked for. */
function visit(path: string, section: object): string[] {
  const asked: string[] = [];
  const files: Record<string, () => Response> = {
    'archive/snapshot.json': () => Response.json({ sections: { boards: section } }),
    [`archive/blocks/${INDEX}.bin`]: () =>
      new Response(gzipSync(ENTRIES.map((entry) => `${JSON.stringify(entry)}\n`).join(''))),
  };
  const window = {};
  runInNewContext(SCRIPT, {
    window,
    URL,
    Response,
    DecompressionStream,
    localStorage: { getItem: () => null },
    matchMedia: () => ({ matches: false }),
    location: { pathname: path },
    document: {
      documentElement: { dataset: {} },
      currentScript: { src: 'https://site.example/start.js', dataset: { archive: 'archive/' } },
      querySelector: () => null,
    },
    fetch(href: string) {
      const file = new URL(href).pathname.slice(1);
      asked.push(file);
      return Promise.resolve(files[file]?.() ?? new Response('', { status: 404 }));
    },
  });
  return asked;
}

const BLOCK = `archive/blocks/${'b'.repeat(32)}.bin`;

test.each([
  ['in the manifest', { entries: ENTRIES, index: null }, ['archive/snapshot.json', BLOCK]],
  [
    'in a file',
    { index: { hash: INDEX } },
    ['archive/snapshot.json', `archive/blocks/${INDEX}.bin`, BLOCK],
  ],
])('the block of a page is asked for early, by an index %s', async (_, section, expected) => {
  const asked = visit('/sota/dog-on-mats', section);
  await vi.waitFor(() => expect(asked).toEqual(expected));
});

test('only the manifest is asked for where no record is looked up', async () => {
  const asked = visit('/sota', { entries: ENTRIES, index: null });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toEqual(['archive/snapshot.json']);
});
