import { ensureApp, ensureSampleSnapshot } from '../../scripts/project.mjs';

/** Builds what the end-to-end tests open, once, before any of them runs. */
export default async function setup(): Promise<void> {
  await ensureSampleSnapshot();
  await ensureApp();
}
