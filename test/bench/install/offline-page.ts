import type { BrowserContext, Page } from '@playwright/test';
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

/** Clicks a button and waits for one that appears, or for a failure. @returns milliseconds. */
export async function clickAndWait(page: Page, click: RegExp, appears: RegExp): Promise<number> {
  page.setDefaultTimeout(LONG_MS);
  await page.getByRole('button', { name: click, disabled: false }).waitFor();
  return page.evaluate(waitInPage, { click: click.source, appears: appears.source });
}

/** Runs in the page. Looks now and then, which costs it little. */
function waitInPage({ click, appears }: { click: string; appears: string }): Promise<number> {
  const find = (pattern: string) =>
    [...document.querySelectorAll('button:enabled')].find(({ textContent }) =>
      new RegExp(pattern).test(textContent),
    );
  return new Promise((resolve, reject) => {
    const button = find(click);
    if (button === undefined) {
      reject(new Error(`There is no button ${click}.`));
      return;
    }
    window.pwc2LongTasks = [];
    const started = performance.now();
    (button as HTMLButtonElement).click();
    const timer = setInterval(() => {
      const problem = document.querySelector('.job-panel[data-tone="problem"]');
      if (problem !== null) {
        clearInterval(timer);
        reject(new Error(problem.textContent));
      } else if (find(appears) !== undefined) {
        clearInterval(timer);
        resolve(performance.now() - started);
      }
    }, 40);
  });
}
