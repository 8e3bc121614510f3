import type { BrowserContext } from '@playwright/test';
import { openDevicePage, type Lab } from './lab.ts';

/** What a device holds in the end, in one hash; null when a block of it is damaged. */
export async function readEndState(lab: Lab, context: BrowserContext): Promise<string | null> {
  const page = await openDevicePage(lab, context);
  const { hash, damaged } = await page.evaluate(() => window.pwc2Device.readEndState());
  await page.close();
  return damaged === 0 ? hash : null;
}
