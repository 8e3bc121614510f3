import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';

/** Version of the browser that benches drive, or null when there is none. */
export async function chromiumVersion(): Promise<string | null> {
  const browser = await chromium.launch(chromiumLaunchOptions()).catch(() => null);
  if (browser === null) return null;
  const version = browser.version();
  await browser.close();
  return version;
}
