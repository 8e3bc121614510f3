/**
 * npm run archive -- [--dumps DIR] [--to DIR] [--mirror URL ...] [--fetch-only]
 *
 * Fetches the last public dumps and builds a snapshot of them (src/builder/download), after the packages
 * are installed, which it needs for that.
 */
import { main } from './command-line.mjs';

main(async () => {
  const { ensureInstalled, runBin } = await import('./project.mjs');
  await ensureInstalled();
  // Ctrl-C reaches the program below as well, which says what it kept; this one waits for that.
  process.on('SIGINT', () => undefined);
  return runBin('tsx', ['src/builder/download/main.ts', ...process.argv.slice(2)]);
});
