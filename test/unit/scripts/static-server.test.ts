import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  startServer,
  type RunningServer,
  type ServerOptions,
} from '../../../scripts/static-server.mjs';

const PAGE = `<!doctype html><title>app</title>${'<p>text</p>'.repeat(100)}`;
const BLOCK = Uint8Array.from({ length: 1000 }, (_, index) => index % 7);

let folder = '';
let server: RunningServer | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pwc2-server-'));
  const write = (name: string, body: string | Uint8Array) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), body);
  };
  write('dist/index.html', PAGE);
  write('dist/404.html', PAGE);
  write('dist/sw.js', 'self.x = 1;');
  write('dist/manifest.webmanifest', '{}');
  write('dist/assets/index-abc.js', `export const x = "${'x'.repeat(5000)}";`);
  write('dist/assets/font-abc.woff2', BLOCK);
  write('archive/snapshot.json', '{"magic":"x"}');
  write('archive/blocks/00ff.bin', BLOCK);
  write('secret.txt', 'secret');
});

afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

async function serve(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  server = await startServer({
    dist: join(folder, 'dist'),
    archive: join(folder, 'archive'),
    ...options,
  });
  return server;
}

/** Sends the path as it is, where fetch would tidy it up, and leaves the body packed. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: server?.port, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
        response.on('error', reject);
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('files', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['/assets/index-abc.js', 'text/javascript; charset=utf-8', 'immutable'],
    ['/assets/font-abc.woff2', 'font/woff2', 'immutable'],
    ['/archive/snapshot.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/archive/blocks/00ff.bin', 'application/octet-stream', 'immutable'],
  ])('%s has its type and its life time', async (path, type, caching) => {
    await serve();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['cache-control']).toContain(caching);
  });

  test('text is gzipped when the browser takes it, blocks never are', async () => {
    await serve();
    const packed = await get('/', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(PAGE);
    expect((await get('/')).body.toString()).toBe(PAGE);

    const block = await get('/archive/blocks/00ff.bin', { 'accept-encoding': 'gzip' });
    expect(block.headers['content-encoding']).toBeUndefined();
    expect(block.body).toEqual(Buffer.from(BLOCK));
  });

  test('what the browser still has is not sent again', async () => {
    await serve();
    const { headers } = await get('/sw.js');
    const again = await get('/sw.js', { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body.byteLength).toBe(0);
  });

  test('a range of a file comes alone, as long as the file is the one that is meant', async () => {
    const running = await serve();
    const path = '/archive/blocks/00ff.bin';
    const whole = await get(path);
    expect(whole.headers['accept-ranges']).toBe('bytes');
    const part = await get(path, { range: 'bytes=10-19', 'accept-encoding': 'gzip' });
    expect([part.status, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      `bytes 10-19/${BLOCK.length}`,
      '10',
    ]);
    expect(part.body).toEqual(Buffer.from(BLOCK.slice(10, 20)));
    expect(running.requests.at(-1)).toMatchObject({ status: 206, bytes: 10 });

    const beyond = await get(path, { range: `bytes=${BLOCK.length}-` });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([
      416,
      `bytes */${BLOCK.length}`,
    ]);
    const ifRange = async (etag: string) =>
      (await get(path, { range: 'bytes=0-0', 'if-range': etag })).status;
    expect(await ifRange(String(whole.headers['etag']))).toBe(206);
    expect(await ifRange('"another"')).toBe(200);
  });

  test.each([
    '/../secret.txt',
    '/archive/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
  ])('%s does not lead out of the folder', async (path) => {
    await serve();
    expect((await get(path)).body.toString()).not.toContain('secret');
  });
});

describe('unknown addresses', () => {
  test.each(['/paper/some-paper', '/paper/version-2.0.js', '/sota'])(
    '%s gets the app where the host rewrites',
    async (path) => {
      await serve();
      const answer = await get(path);
      expect([answer.status, answer.body.toString()]).toEqual([200, PAGE]);
    },
  );

  test.each(['/archive/blocks/none.bin', '/assets/old-chunk.js', '/favicon.ico'])(
    '%s is a file that is missing, not a page',
    async (path) => {
      await serve();
      expect((await get(path)).status).toBe(404);
    },
  );

  test('get 404.html with status 404 where the host does not rewrite', async () => {
    await serve({ rewrite: false });
    const answer = await get('/paper/some-paper');
    expect([answer.status, answer.body.toString()]).toEqual([404, PAGE]);
  });
});

test('under a sub-path, everything else is not found', async () => {
  await serve({ base: '/x/' });
  expect((await get('/x/paper/a')).status).toBe(200);
  expect((await get('/x/archive/snapshot.json')).status).toBe(200);
  expect((await get('/x')).headers['location']).toBe('/x/');
  expect((await get('/')).status).toBe(404);
});

describe('faults', () => {
  test('an answer can be replaced, damaged, delayed or cut off', async () => {
    await serve({
      intercept: (path) => {
        if (path.endsWith('.json')) return { status: 503, body: 'busy' };
        if (path.endsWith('.bin')) return { mangle: (body) => body.map((byte) => byte ^ 1) };
        if (path === '/sw.js') return { hangUp: true };
        return null;
      },
    });
    expect((await get('/archive/snapshot.json')).status).toBe(503);
    const block = await get('/archive/blocks/00ff.bin');
    expect(block.body).toEqual(Buffer.from(BLOCK.map((byte) => byte ^ 1)));
    await expect(get('/sw.js')).rejects.toThrow();
    expect((await get('/')).status).toBe(200);
  });

  test('an answer can fall silent after so many bytes', async () => {
    let left = 300;
    const stall = (body: Uint8Array) => {
      const bytes = Math.min(left, body.byteLength);
      left -= bytes;
      return bytes;
    };
    const running = await serve({ intercept: () => ({ stall }) });
    expect((await get('/archive/snapshot.json')).status).toBe(200);
    const silent = get('/archive/blocks/00ff.bin').catch(() => 'cut');
    await expect.poll(() => running.requests.length).toBe(2);
    expect(running.bytesSent()).toBe(300);
    await running.close();
    server = null;
    expect(await silent).toBe('cut');
  });

  test('closing cuts an answer that stalls', async () => {
    const running = await serve({ intercept: () => ({ stall: true }) });
    const stalled = get('/').catch(() => 'cut');
    await expect.poll(() => running.requests.length).toBe(1);
    await running.close();
    server = null;
    expect(await stalled).toBe('cut');
  });
});

test('requests and bytes are counted, until the counters are reset', async () => {
  const running = await serve();
  await get('/archive/blocks/00ff.bin');
  await get('/nothing.css');
  expect(running.requests.map(({ path, status }) => [path, status])).toEqual([
    ['/archive/blocks/00ff.bin', 200],
    ['/nothing.css', 404],
  ]);
  expect(running.bytesSent()).toBeGreaterThanOrEqual(1000);
  running.resetCounters();
  expect(running.requests).toEqual([]);
});

test('pages of other origins may read answers only when asked for', async () => {
  await serve({ cors: true });
  expect((await get('/sw.js')).headers['access-control-allow-origin']).toBe('*');
});

test('a taken port is an error with a code', async () => {
  const { port } = await serve();
  await expect(startServer({ dist: null, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
