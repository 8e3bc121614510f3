import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import type { RunningServer } from '../../scripts/static-server.mjs';
import { NAME_HELPER } from './name-helper.ts';

/** As the bench's description says them, for Chromium's emulation. */
export const NETWORK = { downMbit: 9, upMbit: 3, latencyMs: 60 };
export const SLOWDOWN = 4;

export interface Visit {
  /** Received for the page and its workers, with heads, as sent: compressed. */
  readonly bytes: number;
  /** Bodies that the service worker fetched ahead, and its own script. */
  readonly workerBytes: number;
  /** Without those of the service worker. */
  readonly requests: number;
  /** Largest contentful paint after the start of the navigation. */
  readonly lcpMs: number;
  readonly lcpElement: string;
  /** Cumulative layout shift, without those after input. */
  readonly cls: number;
}

/** The page's own figures, gathered by `observePaints`. */
interface Paints {
  lcpMs: number;
  lcpElement: string;
  cls: number;
}
declare global {
  interface Window {
    pwc2Paints: Paints;
  }
}

/** Opens an address in a browser that has never seen the site, on a slow line and processor. */
export async function visitCold(server: RunningServer, url: string): Promise<Visit> {
  server.resetCounters();
  const profile = await mkdtemp(join(tmpdir(), 'pwc2-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunchOptions(),
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    const received = countReceived(session);
    await slowDown(session);
    await page.addInitScript(NAME_HELPER);
    await page.addInitScript(observePaints);
    await page.goto(url);
    await untilQuiet(page, server);
    const paints = await page.evaluate(() => window.pwc2Paints);
    // What workers fetch is not told to the page's session, but the host knows of it.
    const unseen = server.requests.filter(
      ({ path, isFromWorker }) => !isFromWorker && !received.paths.has(path),
    );
    const sum = (records: { bytes: number }[]) =>
      records.reduce((total, { bytes }) => total + bytes, 0);
    return {
      bytes: received.bytes() + sum(unseen),
      workerBytes: sum(server.requests.filter(({ isFromWorker }) => isFromWorker)),
      requests: server.requests.filter(({ isFromWorker }) => !isFromWorker).length,
      ...paints,
    };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Sums what comes over the network for the page. */
function countReceived(session: CDPSession) {
  const paths = new Set<string>();
  const bytesById = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ request }) => {
    paths.add(decodeURIComponent(new URL(request.url).pathname));
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytesById.set(requestId, encodedDataLength);
  });
  return {
    paths,
    bytes: () => [...bytesById.values()].reduce((total, bytes) => total + bytes, 0),
  };
}

async function slowDown(session: CDPSession): Promise<void> {
  const bytesPerSecond = (mbit: number) => (mbit * 1_000_000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: NETWORK.latencyMs,
    downloadThroughput: bytesPerSecond(NETWORK.downMbit),
    uploadThroughput: bytesPerSecond(NETWORK.upMbit),
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** Runs in the page before its own scripts. */
function observePaints(): void {
  window.pwc2Paints = { lcpMs: 0, lcpElement: '', cls: 0 };
  const observe = (type: string, read: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({
      type,
      buffered: true,
    });
  };
  observe('largest-contentful-paint', (entry) => {
    const { element } = entry as PerformanceEntry & { element?: Element };
    window.pwc2Paints.lcpMs = entry.startTime;
    window.pwc2Paints.lcpElement =
      `${element?.tagName ?? ''} ${element?.textContent.slice(0, 60) ?? ''}`.trim();
  });
  observe('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) window.pwc2Paints.cls += shift.value;
  });
}

/** Until the host has had nothing to do, and the page nothing new to show, for two seconds. */
async function untilQuiet(page: Page, server: RunningServer): Promise<void> {
  await page.waitForLoadState('networkidle');
  let before = '';
  for (let second = 0; second < 60; second += 1) {
    await page.waitForTimeout(2000);
    const now = `${server.requests.length} ${await page.evaluate(() => window.pwc2Paints.lcpMs)}`;
    if (now === before) return;
    before = now;
  }
}
