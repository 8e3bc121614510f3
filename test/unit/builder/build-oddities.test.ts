import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { RecordSectionName } from '../../../src/format/manifest.ts';
import {
  build,
  readRecords,
  readReport,
  readSection,
  withFolder,
} from '../../support/dump-builds.ts';

// Builds take their time where other tests run beside them.
vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = join(import.meta.dirname, '../../fixtures/builder');

/** What a fixture expects; see the README there. */
interface Expected {
  readonly abstracts?: Record<string, string | null>;
  readonly order?: string[];
  readonly report?: object;
  readonly [section: string]: unknown;
}

const KEYED: readonly RecordSectionName[] = [
  'tasks',
  'boards',
  'datasets',
  'methods',
  'models',
  'paper-results',
];

const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

describe.each(folders.map(({ name }) => name))('%s', (name) => {
  test('gives what expected.json says', async () => {
    const from = join(FIXTURES, name);
    const expected = JSON.parse(readFileSync(join(from, 'expected.json'), 'utf8')) as Expected;
    await withFolder(async (folder) => {
      const to = join(folder, 'snapshot');
      await build(from, to);
      for (const section of KEYED) {
        const found = new Map(
          (await readSection(to, section)).map(({ key, record }) => [key, record]),
        );
        for (const [slug, fields] of Object.entries(
          (expected[section] as object | undefined) ?? {},
        )) {
          expect(found.get(slug), `${section} ${slug}`).toMatchObject(fields as object);
        }
      }
      const papers = await readRecords(to, 'papers');
      for (const [slug, fields] of Object.entries(
        (expected['papers'] as object | undefined) ?? {},
      )) {
        const paper: unknown = papers.find((one) => one.slug === slug);
        expect(paper, `paper ${slug}`).toMatchObject(fields as object);
      }
      const abstracts = await readRecords(to, 'abstracts');
      for (const [slug, text] of Object.entries(expected.abstracts ?? {})) {
        expect(abstracts[papers.findIndex((one) => one.slug === slug)]).toBe(text);
      }
      if (expected.order !== undefined) {
        expect(papers.map((paper) => paper.slug)).toEqual(expected.order);
      }
      if (expected.report !== undefined) {
        expect(await readReport(to)).toMatchObject(expected.report);
      }
    });
  });
});
