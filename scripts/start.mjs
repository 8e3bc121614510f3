/**
 * npm start: from a fresh clone to the running site, with the small sample archive.
 *
 * Installs, builds the sample's snapshot and the app where they are missing or out of date, and
 * serves both at http://localhost:4173. `PORT=8080 npm start` takes another port. Ctrl-C ends it.
 */
import { main } from './command-line.mjs';

main(async () => {
  const { ensureApp, ensureInstalled, ensureSampleSnapshot } = await import('./project.mjs');
  const { parsePort, serveUntilStopped } = await import('./serve-site.mjs');
  const port = parsePort(process.env['PORT'] ?? '4173');
  await ensureInstalled();
  const archive = await ensureSampleSnapshot();
  const dist = await ensureApp();
  return serveUntilStopped({ dist, archive, port });
});
