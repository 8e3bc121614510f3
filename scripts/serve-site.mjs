/** Serving in the foreground, shared by `npm start` and `npm run serve`. */
import { once } from 'node:events';
import { SetupError } from './project.mjs';
import { startServer } from './static-server.mjs';

/**
 * @param {string} text
 * @returns {number}
 */
export function parsePort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || text.trim() === '') {
    throw new SetupError(`"${text}" is no port: a number from 1 to 65535 is expected.`);
  }
  return port;
}

/**
 * Serves, says where, and returns 0 after Ctrl-C.
 * @param {import('./static-server.mjs').ServerOptions} options
 * @returns {Promise<number>}
 */
export async function serveUntilStopped(options) {
  const server = await startServer(options).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EADDRINUSE') {
      throw new SetupError(
        `Port ${options.port} is taken by another program. End that one, or choose another port, e.g. PORT=${Number(options.port) + 1}.`,
      );
    }
    if (error.code === 'EACCES') {
      throw new SetupError(`Port ${options.port} is not allowed here; choose one above 1023.`);
    }
    throw error;
  });
  console.log(`\n  Papers With Code 2 is at ${server.url}\n  Ctrl-C ends it.\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  return 0;
}
