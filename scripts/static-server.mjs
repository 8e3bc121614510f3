/**
 * A small static host for the built app and a snapshot, on Node's own http: for `npm start` and
 * `npm run serve`, and for tests and benches, which can make it misbehave and count what it sends.
 *
 * It answers as ordinary hosts do: text is gzipped, hashed files are immutable, everything else is
 * revalidated, one range of a file is sent alone, unknown addresses get the app's page. It adds no security headers: many hosts can't,
 * so the content policy has to stand in index.html.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { answerRange } from './byte-range.mjs';

/**
 * @typedef {object} Answer
 * What to do in place of, or with, the ordinary answer. Fields left out stay as they would be.
 * @property {number} [status]
 * @property {string | Uint8Array} [body]
 * @property {Record<string, string>} [headers]
 * @property {number} [delayMs] wait before anything is sent
 * @property {(body: Uint8Array) => Uint8Array} [mangle] changes the body, e.g. flips a byte
 * @property {boolean | ((body: Uint8Array) => number)} [stall] send the head and half of the body, or so
 *   many bytes of it, then nothing for ever
 * @property {boolean} [hangUp] close the connection without an answer
 *
 * @typedef {object} RequestRecord
 * @property {string} method
 * @property {string} path as asked for, without the query
 * @property {number} status 0 when the connection was cut instead
 * @property {number} bytes of the body as sent, after compression
 * @property {boolean} isFromWorker asked for by the service worker, or its script itself
 *
 * @typedef {object} ServerOptions
 * @property {string | null} dist folder of the built app, or null for the archive alone
 * @property {string | null} [archive] folder of a snapshot, served at `<base>archive/`
 * @property {number} [port] 0, the default, takes a free one
 * @property {string} [base] sub-path of the site, begins and ends with a slash
 * @property {boolean} [rewrite] true, the default: unknown addresses get index.html with status 200;
 *   false: they get 404.html with status 404, as on GitHub Pages
 * @property {boolean} [cors] allow pages of every origin to read the answers
 * @property {(record: RequestRecord) => void} [onRequest] called when an answer has been sent
 * @property {(path: string, method: string) => Answer | null | Promise<Answer | null>} [intercept]
 *
 * @typedef {object} RunningServer
 * @property {string} url of the site, ends with a slash
 * @property {number} port
 * @property {RequestRecord[]} requests every request so far, oldest first
 * @property {() => number} bytesSent sum of the bodies
 * @property {() => void} resetCounters
 * @property {() => Promise<void>} close cuts all connections
 */

/** @type {Record<string, string>} */
const TYPES = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';

/**
 * Starts the host on the loopback interface.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 * @throws the error of `listen`, with code EADDRINUSE when the port is taken
 */
export async function startServer(options) {
  const base = options.base ?? '/';
  if (!base.startsWith('/') || !base.endsWith('/')) {
    throw new Error(`The base "${base}" has to begin and end with a slash, like /x/.`);
  }
  /** @type {RequestRecord[]} */
  const requests = [];
  const site = { ...options, base, gzipped: new Map() };

  const server = createServer((request, response) => {
    const method = request.method ?? 'GET';
    const path = pathOf(request.url);
    void answer(site, request, response, path)
      .catch((/** @type {unknown} */ error) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
        return { status: 500, bytes: 0 };
      })
      .then(({ status, bytes }) => {
        const isFromWorker =
          request.headers['service-worker'] === 'script' ||
          (request.headers.referer ?? '').endsWith('/sw.js');
        const record = { method, path, status, bytes, isFromWorker };
        requests.push(record);
        options.onRequest?.(record);
      });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `http://localhost:${port}${base}`,
    port,
    requests,
    bytesSent: () => requests.reduce((sum, { bytes }) => sum + bytes, 0),
    resetCounters: () => {
      requests.length = 0;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * @typedef {ServerOptions & { base: string, gzipped: Map<string, Buffer> }} Site
 * @typedef {{ status: number, headers: Record<string, string>, body: Uint8Array }} Reply
 *
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 * @returns {Promise<{ status: number, bytes: number }>} what was sent
 */
async function answer(site, request, response, path) {
  const method = request.method ?? 'GET';
  const planned = (await site.intercept?.(path, method)) ?? {};
  if (planned.delayMs !== undefined) await delay(planned.delayMs);
  if (planned.hangUp) {
    request.socket.destroy();
    return { status: 0, bytes: 0 };
  }
  const ordinary =
    planned.body === undefined ? await replyTo(site, method, path) : plain(200, planned.body);
  const status = planned.status ?? ordinary.status;
  const body = planned.mangle?.(ordinary.body) ?? ordinary.body;
  /** @type {Record<string, string>} */
  const headers = {
    ...ordinary.headers,
    ...(site.cors ? { 'access-control-allow-origin': '*' } : {}),
    ...planned.headers,
  };

  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  if (status === 200) {
    headers['etag'] = etag;
    if (request.headers['if-none-match'] === etag && !planned.stall) {
      response.writeHead(304, headers).end();
      return { status: 304, bytes: 0 };
    }
  }
  const { sent, code } = encode(site, { status, headers, body }, etag, request);
  response.writeHead(code, { ...headers, 'content-length': String(sent.byteLength) });
  if (planned.stall) {
    const bytes =
      planned.stall === true
        ? sent.byteLength >> 1
        : Math.min(planned.stall(sent), sent.byteLength);
    if (bytes < sent.byteLength) {
      response.write(sent.subarray(0, bytes));
      return { status: code, bytes };
    }
  }
  response.end(method === 'HEAD' ? undefined : sent);
  return { status: code, bytes: method === 'HEAD' ? 0 : sent.byteLength };
}

/**
 * What is sent of a reply, and with which status; sets the headers that say so. A range is of the bytes as
 * they lie there (RFC 9110, 14), and only while they are those that `If-Range` names.
 * @param {Site} site
 * @param {Reply} reply
 * @param {string} etag
 * @param {import('node:http').IncomingMessage} request
 * @returns {{ sent: Uint8Array, code: number }}
 */
function encode(site, { status, headers, body }, etag, request) {
  const { range, 'if-range': condition, 'accept-encoding': accepted } = request.headers;
  const isPart = status === 200 && request.method === 'GET' && range !== undefined;
  if (isPart && (condition === undefined || condition === etag)) {
    const part = answerRange(range, body);
    Object.assign(headers, part.headers);
    if (part.status !== 200) return { sent: part.body, code: part.status };
  }
  if (status === 200) headers['accept-ranges'] = 'bytes';
  return { sent: compress(site, body, etag, headers, accepted), code: status };
}

/**
 * The answer of a host in good order.
 * @param {Site} site
 * @param {string} method
 * @param {string} path
 * @returns {Promise<Reply>}
 */
async function replyTo(site, method, path) {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD\n');
  if (`${path}/` === site.base) {
    return { ...plain(301, ''), headers: { location: site.base } };
  }
  if (!path.startsWith(site.base)) return plain(404, 'Not found\n');
  const inside = path.slice(site.base.length);
  const isArchive = inside.startsWith('archive/');
  const folder = isArchive ? site.archive : site.dist;
  const name = isArchive ? inside.slice('archive/'.length) : inside === '' ? 'index.html' : inside;
  const body = await readInside(folder, name);
  if (body !== null) return { status: 200, headers: headersOf(inside, name), body };

  if (site.rewrite ?? true) {
    const page = isFileAddress(inside) ? null : await readInside(site.dist, 'index.html');
    if (page !== null) return { status: 200, headers: headersOf('', 'index.html'), body: page };
  } else {
    const page = await readInside(site.dist, '404.html');
    if (page !== null) return { status: 404, headers: headersOf('', '404.html'), body: page };
  }
  return plain(404, 'Not found\n');
}

/**
 * Whether a missing address can only have meant a file, so that the app's page is no answer. Names
 * of papers may hold dots: outside of the folders of files only the top level is looked at.
 * @param {string} inside
 */
function isFileAddress(inside) {
  if (inside.startsWith('archive/') || inside.startsWith('assets/')) return true;
  return !inside.includes('/') && extname(inside) in TYPES;
}

/**
 * @param {string} inside path under the site's base, with the folder
 * @param {string} name of the file
 * @returns {Record<string, string>}
 */
function headersOf(inside, name) {
  const isHashed = /^(assets|archive\/blocks)\//.test(inside);
  return {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': isHashed ? FOR_EVER : REVALIDATE,
  };
}

/**
 * Gzip for text alone, once a content; sets the headers that say so.
 * @param {Site} site
 * @param {Uint8Array} body
 * @param {string} etag
 * @param {Record<string, string>} headers
 * @param {string | string[] | undefined} accepted
 * @returns {Uint8Array}
 */
function compress(site, body, etag, headers, accepted) {
  const type = headers['content-type'] ?? '';
  if (!/^text\/|json|svg|xml|manifest/.test(type) || body.byteLength < 256) return body;
  headers['vary'] = 'accept-encoding';
  if (!/\bgzip\b/.test(String(accepted))) return body;
  let packed = site.gzipped.get(etag);
  if (packed === undefined) {
    packed = gzipSync(body, { level: 6 });
    site.gzipped.set(etag, packed);
  }
  headers['content-encoding'] = 'gzip';
  return packed;
}

/**
 * Bytes of a file in a folder; null when there is no such file, or when the name leads out of it.
 * @param {string | null | undefined} folder
 * @param {string} name
 * @returns {Promise<Uint8Array | null>}
 */
async function readInside(folder, name) {
  if (folder === null || folder === undefined || name.includes('\0')) return null;
  const root = resolve(folder);
  const file = join(root, name);
  if (!file.startsWith(root + sep)) return null;
  const stats = await stat(file).catch(() => null);
  return stats?.isFile() ? readFile(file) : null;
}

/**
 * @param {number} status
 * @param {string | Uint8Array} body
 * @returns {Reply}
 */
function plain(status, body) {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: typeof body === 'string' ? Buffer.from(body) : body,
  };
}

/**
 * The decoded path of a request line; '/%' and other addresses that don't decode stay as they are.
 * @param {string | undefined} url
 * @returns {string}
 */
function pathOf(url) {
  const path = (url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
