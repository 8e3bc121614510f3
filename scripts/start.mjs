/**
 * npm start: from a fresh clone to the running site, with the snapshot at snapshot/ where there is
 * one, else with the small sample archive.
 *
 * Installs, builds the sample's snapshot and the app where they are missing or out of date, and
 * serves both at http://localhost:4173. `PORT=8080 npm start` takes another port. Ctrl-C ends it.
 */
import { main } from './command-line.mjs';

main(async () => {
  const { ensureApp, ensureInstalled, ensureShownSnapshot } = await import('./project.mjs');
  const { parsePort, serveUntilStopped } = await import('./serve-site.mjs');
  const port = parsePort(process.env['PORT'] ?? '4173');
  await ensureInstalled();
  const { folder, says } = await ensureShownSnapshot();
  const dist = await ensureApp();
  console.log(says);
  return serveUntilStopped({ dist, archive: folder, port });
});
