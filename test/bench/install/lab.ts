import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { chromiumLaunchOptions } from '../../../scripts/ensure-chromium.mjs';
import { startServer, type Answer, type RunningServer } from '../../../scripts/static-server.mjs';
import { NAME_HELPER } from '../name-helper.ts';
import type { DevicePage } from './device-page.ts';

/** A host of the built app and of a snapshot that can be changed, and browsers to open it with. */
export interface Lab {
  readonly url: string;
  readonly server: RunningServer;
  /** Serves another snapshot from now on. */
  serve(archive: string): Promise<void>;
  /** Misbehaves from now on; null takes it back. */
  intercept(decide: ((path: string) => Answer | null) | null): void;
  /** Cuts the host off. */
  stop(): Promise<void>;
  /** Brings it back. */
  restart(): Promise<void>;
  /** Where a person's browser keeps its data. */
  profile(name: string): string;
  /** A person's browser; the same name is the same profile. */
  browser(profile?: string): Promise<BrowserContext>;
  close(): Promise<void>;
}

const DEVICE_PAGE = '/archive/bench.html';
const DEVICE_SCRIPT = '/archive/bench.js';

export async function openLab(dist: string, archive: string): Promise<Lab> {
  const script = await buildDevicePage();
  let decide: ((path: string) => Answer | null) | null = null;
  let served = archive;
  let port = 0;
  const folder = await mkdtemp(join(tmpdir(), 'pwc2-install-'));
  const contexts = new Map<string, BrowserContext>();

  function intercept(path: string): Answer | null {
    const headers = (type: string) => ({ 'content-type': type });
    if (path === DEVICE_PAGE) {
      const body = '<!doctype html><title>bench</title><script src="bench.js"></script>';
      return { status: 200, body, headers: headers('text/html') };
    }
    if (path === DEVICE_SCRIPT) {
      return { status: 200, body: script, headers: headers('text/javascript') };
    }
    return decide?.(path) ?? null;
  }

  let server = await startServer({ dist, archive: served, intercept });
  ({ port } = server);
  let isUp = true;

  async function stop(): Promise<void> {
    if (isUp) await server.close();
    isUp = false;
  }

  async function restart(): Promise<void> {
    if (isUp) return;
    server = await startServer({ dist, archive: served, intercept, port });
    isUp = true;
  }

  const profileOf = (name: string) => join(folder, name);

  return {
    url: server.url,
    profile: profileOf,
    get server() {
      return server;
    },
    async serve(next) {
      await stop();
      served = next;
      await restart();
    },
    restart,
    intercept(next) {
      decide = next;
    },
    stop,
    async browser(profile = 'own') {
      const open = contexts.get(profile);
      if (open !== undefined) return open;
      const context = await chromium.launchPersistentContext(profileOf(profile), {
        ...chromiumLaunchOptions(),
        viewport: { width: 1280, height: 800 },
      });
      await context.addInitScript(NAME_HELPER);
      contexts.set(profile, context);
      context.on('close', () => contexts.delete(profile));
      return context;
    },
    async close() {
      for (const context of contexts.values()) await context.close();
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the page that reads the device. The host has to be up for that; afterwards it may go. */
export async function openDevicePage(lab: Lab, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(DEVICE_PAGE, lab.url).href);
  await page.waitForFunction((): DevicePage | undefined => window.pwc2Device);
  return page;
}

async function buildDevicePage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: resolve(import.meta.dirname, 'device-page.ts'),
        formats: ['iife'],
        name: 'pwc2Bench',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunk = outputs[0]?.output[0];
  if (chunk === undefined) throw new Error('The page of the bench was built into nothing.');
  return chunk.code;
}
