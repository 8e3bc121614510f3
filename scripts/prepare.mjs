/**
 * node scripts/prepare.mjs [snapshot] [app]
 *
 * Builds the sample's snapshot and the app if they are out of date, without serving them.
 */
import { main } from './command-line.mjs';

main(async () => {
  const { ensureApp, ensureInstalled, ensureSampleSnapshot } = await import('./project.mjs');
  const wanted = process.argv.slice(2);
  await ensureInstalled();
  if (wanted.length === 0 || wanted.includes('snapshot')) await ensureSampleSnapshot();
  if (wanted.length === 0 || wanted.includes('app')) await ensureApp();
});
