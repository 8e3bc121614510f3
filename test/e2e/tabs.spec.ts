import { expect, test } from '../support/e2e-fixtures.ts';
import { countStoredBlocks } from '../support/e2e-steps.ts';

test('when the tab that installs is closed, another goes on, and no block is fetched twice', async ({
  site,
  launch,
}) => {
  const first = await launch();
  await first.goto(`${site.url}offline`);
  const second = await first.context().newPage();
  await second.goto(`${site.url}offline`);
  const whole = new Set<string>();
  const again: string[] = [];
  let isHeld = true;
  site.intercept((path) => {
    if (!path.includes('/blocks/')) return null;
    if (isHeld && whole.size >= 8) return { delayMs: 60_000 };
    if (whole.has(path)) again.push(path);
    whole.add(path);
    return null;
  });
  await first.getByRole('button', { name: /^Install everything/ }).click();
  await expect(second.getByRole('progressbar')).toBeVisible();
  // What was answered is stored before the tab goes: blocks of eight files, however many these hold.
  let before = -1;
  const isStored = async () => {
    const stored = await countStoredBlocks(first);
    const isSettled = stored >= 8 && stored === before;
    before = stored;
    return isSettled;
  };
  await expect.poll(isStored, { timeout: 10_000, intervals: [500] }).toBe(true);
  await first.close({ runBeforeUnload: false });
  isHeld = false;
  await expect(second.getByRole('button', { name: 'Remove everything' })).toBeVisible();
  expect(again).toEqual([]);
});
