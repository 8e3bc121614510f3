import { readFileSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { answerRange } from '../byte-range.mjs';

/**
 * In development, serves a snapshot folder at `<base>archive/`, where the app looks for it. A file
 * that is not there is a 404, never the app's page.
 */
export function serveArchive(folder: string): Plugin {
  return {
    name: 'pwc2:serve-archive',
    apply: 'serve',
    configureServer(server) {
      const root = resolve(server.config.root, folder);
      const prefix = `${server.config.base}archive/`;
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (!pathname.startsWith(prefix)) {
          next();
          return;
        }
        const file = resolve(root, pathname.slice(prefix.length));
        const stats = file.startsWith(root + sep)
          ? statSync(file, { throwIfNoEntry: false })
          : undefined;
        if (!stats?.isFile()) {
          response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
          return;
        }
        const part = answerRange(request.headers.range, readFileSync(file));
        response.writeHead(part.status, {
          ...part.headers,
          'content-type':
            extname(file) === '.json' ? 'application/json' : 'application/octet-stream',
          'content-length': part.body.byteLength,
          'cache-control': 'no-cache',
        });
        response.end(part.body);
      });
    },
  };
}
