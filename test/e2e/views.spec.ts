import fc from 'fast-check';
import { ensureSampleSnapshot } from '../../scripts/project.mjs';
import { encodePlainSearch } from '../../src/app/plain-search.ts';
import { chooseColumns, planColumns } from '../../src/components/leaderboard/board-columns.ts';
import { BoardData } from '../../src/components/leaderboard/board-data.ts';
import type { BoardView } from '../../src/components/leaderboard/board-view.ts';
import { columnLabel } from '../../src/components/leaderboard/column-label.ts';
import { encodeView } from '../../src/components/leaderboard/encode-view.ts';
import { plainModelName } from '../../src/components/leaderboard/plain-model-name.ts';
import { selectRows } from '../../src/components/leaderboard/select-rows.ts';
import { sortRows } from '../../src/components/leaderboard/sort-rows.ts';
import { boardViews } from '../support/board-views.ts';
import { readRecords } from '../support/dump-builds.ts';
import { expect, test } from '../support/e2e-fixtures.ts';

const SLUG = 'image-classification-on-imagenet';
/** `VIEWS=100` takes more. */
const VIEWS = Number(process.env['VIEWS'] ?? 25);
const SEED = 5;

/** Columns and rows that the table of a view has to show. */
function expectTable(data: BoardData, view: BoardView) {
  const selection = selectRows(data, view);
  const { shown } = chooseColumns(planColumns(data.board), view, selection.isFiltered);
  const hasModels = shown.some(({ kind }) => kind === 'model');
  return {
    columns: shown.map(columnLabel),
    models: hasModels
      ? sortRows(data, selection, view.sort).map(({ row }) => plainModelName(row.model))
      : [],
    lines: selection.rows.length + selection.groups.length + 1,
  };
}

test('generated views come back from their addresses in a fresh profile', async ({
  site,
  launch,
}) => {
  test.slow();
  const boards = await readRecords(await ensureSampleSnapshot(), 'boards');
  const board = boards.find(({ slug }) => slug === SLUG);
  if (board === undefined) throw new Error(`The sample has no board "${SLUG}".`);
  const data = new BoardData(board);
  // Wide and high enough for every column, and for the rows that a view begins with.
  const page = await launch({ viewport: { width: 2600, height: 1200 } });
  for (const view of fc.sample(boardViews(board), { numRuns: VIEWS, seed: SEED })) {
    const path = `/sota/${SLUG}${encodePlainSearch(encodeView(view, board))}`;
    await page.goto(new URL(path, site.url).href);
    // The link to the side that is shown holds the whole view, as the page has understood it.
    const current = page
      .getByRole('navigation', { name: 'Sides of this board' })
      .locator('[aria-current="page"]');
    await expect(current, path).toHaveAttribute('href', path);
    await expect(page.locator('.notice'), path).toHaveCount(0);
    if (view.tab !== 'results') continue;
    const wanted = expectTable(data, view);
    const table = page.getByRole('region', { name: 'Results' }).getByRole('table');
    await expect(table, path).toHaveAttribute('aria-rowcount', String(wanted.lines));
    const columns = await table
      .getByRole('columnheader')
      .locator('button > span:first-child')
      .evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent));
    expect(columns, path).toEqual(wanted.columns);
    const models = await table.locator('th[scope="row"]').allTextContents();
    expect(models, path).toEqual(wanted.models.slice(0, models.length));
    expect(models.length > 0, path).toBe(wanted.models.length > 0);
  }
});
