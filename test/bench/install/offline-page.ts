import type { BrowserContext, Page } from '@playwright/test';
import type { PlainBrowser, PlainPage } from '../plain-chromium.ts';
import type { Lab } from './lab.ts';

const LONG_MS = 3_600_000;

/** Opens the app's page "Offline" and waits until it is at rest: the worker there, the host known. */
export async function openOfflinePage(lab: Lab, context: BrowserContext): Promise<Page> {
  const page =
    context.pages().find((open) => open.url() === 'about:blank') ?? (await context.newPage());
  await page.addInitScript(observeLongTasks);
  await page.goto(`${lab.url}offline`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: LONG_MS,
  });
  await page.waitForSelector('.pack-action .button:enabled');
  return page;
}

declare global {
  interface Window {
    pwc2LongTasks: number[];
  }
}

/** Runs in the page before its own scripts. */
function observeLongTasks(): void {
  window.pwc2LongTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.pwc2LongTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** The same page in a browser that nobody watches. */
export async function openOfflinePagePlainly(lab: Lab, browser: PlainBrowser): Promise<PlainPage> {
  const page = await browser.newPage();
  await page.goto(`${lab.url}offline`);
  await page.evaluate(observeLongTasks, null);
  await page.evaluate(async () => {
    const isAtRest = () =>
      navigator.serviceWorker.controller !== null &&
      document.querySelector('.pack-action .button:enabled') !== null;
    while (!isAtRest()) await new Promise((resolve) => setTimeout(resolve, 100));
  }, null);
  return page;
}

/** What runs functions in a page. */
type Evaluating = Pick<PlainPage, 'evaluate'>;

/** Clicks a button and waits for one that appears, or for a failure. @returns milliseconds. */
export async function clickAndWait(
  page: Evaluating,
  click: RegExp,
  appears: RegExp,
): Promise<number> {
  return page.evaluate(waitInPage, { click: click.source, appears: appears.source });
}

/** Runs in the page. Looks now and then, which costs it little. */
async function waitInPage({ click, appears }: { click: string; appears: string }): Promise<number> {
  const EVERY_MS = 40;
  const find = (pattern: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('button:enabled')].find(({ textContent }) =>
      new RegExp(pattern).test(textContent),
    );
  const pause = () => new Promise((resolve) => setTimeout(resolve, EVERY_MS));

  let button = find(click);
  for (const until = performance.now() + 30_000; button === undefined; button = find(click)) {
    if (performance.now() > until) throw new Error(`There is no button ${click}.`);
    await pause();
  }
  window.pwc2LongTasks = [];
  const started = performance.now();
  button.click();
  while (find(appears) === undefined) {
    const problem = document.querySelector('.job-panel[data-tone="problem"]');
    if (problem !== null) throw new Error(problem.textContent);
    await pause();
  }
  return performance.now() - started;
}

/** Runs in the page: waits until no block is left on the device. @returns milliseconds. */
export async function waitUntilFreed(): Promise<number> {
  const started = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('papers-with-code-2');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('The database did not open.')));
  });
  const countBlocks = () =>
    new Promise<number>((resolve) => {
      const counting = database.transaction('blocks').objectStore('blocks').count();
      counting.addEventListener('success', () => resolve(counting.result));
    });
  while ((await countBlocks()) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  database.close();
  return performance.now() - started;
}
