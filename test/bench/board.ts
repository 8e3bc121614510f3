import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { ensureApp } from '../../scripts/project.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { build, withFolder, writeDumps } from '../support/dump-builds.ts';
import { median, percentile, rounded, type Bench } from './bench.ts';
import { makeWideBoard, METRICS, ROWS, SEED } from './make-wide-board.ts';
import { measureBoard } from './measure-board.ts';
import { NAME_HELPER } from './name-helper.ts';

const QUERIES = ['net', 'former', 'ensemble', 'model 7', '2021', 'b', 'zero-shot', 'net 3'];

export const board: Bench = {
  name: 'board',
  description: 'a board of 1,000 rows and 30 metrics: from an action until its result is painted',
  async run({ runs, log }) {
    return withFolder(async (folder) => {
      await writeDumps(`${folder}/dumps`, { 'evaluation-tables': makeWideBoard() });
      await build(`${folder}/dumps`, `${folder}/snapshot`, { date: '2025-07-28' });
      const server = await startServer({ dist: await ensureApp(), archive: `${folder}/snapshot` });
      const browser = await chromium.launch(chromiumLaunchOptions());
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.addInitScript(NAME_HELPER);
        await page.goto(`${server.url}sota/wide-task-on-wide-data`);
        await page.locator('.chart-dots').waitFor();
        const sorts: number[] = [];
        const filters: number[] = [];
        const charts: number[] = [];
        const dropped: number[] = [];
        for (let run = 0; run < runs; run += 1) {
          const figures = await page.evaluate(measureBoard, QUERIES);
          log(`${run + 1}/${runs}: ${JSON.stringify(figures)}`);
          sorts.push(...figures.sorts);
          filters.push(...figures.filters);
          charts.push(figures.chart);
          dropped.push(figures.droppedShare);
        }
        return {
          metrics: {
            sort_ms_p50: rounded(median(sorts)),
            sort_ms_p95: rounded(percentile(sorts, 0.95)),
            filter_ms_p50: rounded(median(filters)),
            filter_ms_p95: rounded(percentile(filters, 0.95)),
            chart_ms: rounded(median(charts)),
            scroll_dropped_share: Math.round(median(dropped) * 1000) / 1000,
          },
          context: {
            rows: ROWS,
            metrics: METRICS,
            seed: SEED,
            sorts: sorts.length,
            filters: filters.length,
          },
        };
      } finally {
        await browser.close();
        await server.close();
      }
    });
  },
};
