import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { ensureApp, ensureSnapshot } from '../../scripts/project.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { median, percentile, rounded, type Bench } from './bench.ts';
import { NAME_HELPER } from './name-helper.ts';
import { seeded } from './relevance/known-items.ts';
import { installEverything } from './search/install-everything.ts';
import { readSnapshotTexts } from './search/snapshot-texts.ts';
import { typeInPage } from './search/type-in-page.ts';

const SAMPLE = '../shared/archive-sample';
const SEED = 20250728;
const TITLES = 12;
const LETTERS_PER_SECOND = 60;

export const palette: Bench = {
  name: 'palette',
  description: `the palette over an installed archive: opening, typing ${LETTERS_PER_SECOND} letters a second, first names`,
  async run({ archive: given, runs, log }) {
    const archive = given ?? (await ensureSnapshot('archive-sample', SAMPLE));
    const { manifest, titles } = await readSnapshotTexts(archive);
    const random = seeded(SEED);
    const typed = Array.from(
      { length: TITLES },
      () => titles[Math.floor(random() * titles.length)] ?? '',
    );
    const server = await startServer({ dist: await ensureApp(), archive });
    const profile = await mkdtemp(join(tmpdir(), 'pwc2-palette-'));
    const context = await chromium.launchPersistentContext(profile, chromiumLaunchOptions());
    const opens: number[] = [];
    const firsts: number[] = [];
    const longest: number[] = [];
    const frames: number[] = [];
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.addInitScript(NAME_HELPER);
      log('installing');
      await installEverything(page, server);
      for (let run = 0; run < runs; run += 1) {
        await page.goto(`${server.url}about`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        const opened = await openPalette(page);
        const figures = await page.evaluate(typeInPage, {
          texts: typed,
          letterMs: 1000 / LETTERS_PER_SECOND,
        });
        log(
          `${run + 1}/${runs}: opened in ${rounded(opened)} ms, longest task ${figures.longestTaskMs} ms`,
        );
        opens.push(opened);
        firsts.push(figures.firstNamesMs);
        longest.push(figures.longestTaskMs);
        frames.push(...figures.frameGapsMs);
      }
    } finally {
      await context.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    return {
      metrics: {
        open_ms: rounded(median(opens)),
        first_names_ms: rounded(median(firsts)),
        // Tasks of less than 50 ms are not told by browsers: 0 is none of that length.
        typing_longest_task_ms: rounded(Math.max(...longest)),
        typing_frame_ms_p99: rounded(percentile(frames, 0.99)),
      },
      context: { papers: manifest.counts.papers, boards: manifest.counts.boards, seed: SEED, runs },
    };
  },
};

/** Milliseconds from the key to the field being there. */
async function openPalette(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const started = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    while (document.querySelector('dialog[open] [role="combobox"]') === null) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - started;
  });
}
