/**
 * npm run serve -- --archive DIR [--port N] [--base /x/] [--no-rewrite]
 *
 * Serves the app with the snapshot in DIR, building the app first if it is out of date.
 *
 *   --archive DIR   folder of a snapshot, the one that holds snapshot.json
 *   --port N        default 4173, or PORT
 *   --base /x/      the site lives under a sub-path
 *   --no-rewrite    answer unknown addresses with 404.html, as GitHub Pages does
 */
import { main } from './command-line.mjs';

main(async () => {
  const { existsSync } = await import('node:fs');
  const { resolve } = await import('node:path');
  const { parseArgs } = await import('node:util');
  const { ensureApp, ensureInstalled, SetupError } = await import('./project.mjs');
  const { parsePort, serveUntilStopped } = await import('./serve-site.mjs');
  const usage = 'npm run serve -- --archive DIR [--port N] [--base /x/] [--no-rewrite]';

  const readOptions = () => {
    try {
      return parseArgs({
        options: {
          archive: { type: 'string' },
          port: { type: 'string', default: process.env['PORT'] ?? '4173' },
          base: { type: 'string', default: '/' },
          'no-rewrite': { type: 'boolean', default: false },
        },
      }).values;
    } catch (error) {
      throw new SetupError(
        `${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`,
      );
    }
  };
  const options = readOptions();
  if (options.archive === undefined) throw new SetupError(`No snapshot is named. Usage: ${usage}`);
  const archive = resolve(process.env['INIT_CWD'] ?? '.', options.archive);
  if (!existsSync(resolve(archive, 'snapshot.json'))) {
    throw new SetupError(`${archive} is no snapshot: there is no snapshot.json in it.`);
  }
  const { base } = options;
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    throw new SetupError(`--base is "${base}"; it has to begin and end with a slash, like /x/.`);
  }
  const port = parsePort(options.port);
  await ensureInstalled();
  const dist = await ensureApp(base);
  return serveUntilStopped({ dist, archive, port, base, rewrite: !options['no-rewrite'] });
});
