/**
 * The host that browser tests read archives from, over real HTTP. Vitest starts it before the tests
 * of the project `browser` and stops it after them; tests talk to it through
 * test/support/browser/lab-archive.ts.
 *
 * A test makes its own archive (`POST /labs`): the sample's snapshot, or files of its own, with faults
 * to be met on the way. So tests that run at the same time never see each other's.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { answerRange } from '../../scripts/byte-range.mjs';
import type { TestProject } from 'vitest/node';
import { ensureSampleSnapshot } from '../../scripts/project.mjs';
import type { LabRequest, LabSetup } from './lab-protocol.ts';

interface Lab {
  readonly setup: LabSetup;
  readonly requests: LabRequest[];
  /** How often each fault has been met. */
  readonly hits: Map<number, number>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT',
  'access-control-allow-headers': '*',
  // A page of another origin reads this one only where it is named.
  'access-control-expose-headers': 'retry-after',
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let sample: string | null = null;
  const labs = new Map<string, Lab>();

  const server = createServer((request, response) => {
    const send = (status: number, body: Uint8Array | string, type = 'application/octet-stream') => {
      response.writeHead(status, { ...CORS, 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    };
    handle(request).catch((error: unknown) => send(500, String(error)));

    async function handle({ method = 'GET', url = '/' }: IncomingMessage): Promise<void> {
      if (method === 'OPTIONS') return send(204, '');
      const [, , id = '', ...rest] = decodeURIComponent(url.split('?')[0] ?? '').split('/');
      if (method === 'POST') {
        const labSetup = JSON.parse(await readBody(request)) as LabSetup;
        if (labSetup.base === 'sample') sample ??= await ensureSampleSnapshot();
        const name = id === '' ? randomUUID() : id;
        // A lab that is set up again keeps its requests: the host has changed under the same address.
        labs.set(name, {
          setup: labSetup,
          requests: labs.get(name)?.requests ?? [],
          hits: new Map(),
        });
        return send(200, JSON.stringify({ id: name }), 'application/json');
      }
      const lab = labs.get(id);
      if (lab === undefined) return send(404, 'no such lab');
      if (rest[0] === 'requests') {
        return send(200, JSON.stringify(lab.requests), 'application/json');
      }
      return answer(lab, rest.slice(1).join('/'), request.headers.range);
    }

    async function answer(lab: Lab, path: string, range: string | undefined): Promise<void> {
      const fault = nextFault(lab, path);
      const note = (status: number) =>
        lab.requests.push({ path, status, ...(range !== undefined && { range }) });
      if (fault?.delayMs !== undefined) {
        await new Promise((done) => {
          setTimeout(done, fault.delayMs);
        });
      }
      if (fault?.kind === 'hang-up') {
        note(0);
        response.destroy();
        return;
      }
      if (fault?.kind === 'status') {
        note(fault.status);
        if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
        return send(fault.status, 'fault of the lab');
      }
      const file = await readLabFile(lab, path);
      if (file === null) {
        note(404);
        return send(404, 'not found');
      }
      const { status, headers, body } = answerRange(
        lab.setup.ranges === false ? undefined : range,
        file,
      );
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      note(status);
      if (fault?.kind === 'flip-byte') {
        const damaged = Uint8Array.from(body);
        const middle = damaged.byteLength >> 1;
        damaged[middle] = (damaged[middle] ?? 0) ^ 0xff;
        return send(status, damaged);
      }
      if (fault?.kind === 'truncate') return send(status, body.subarray(0, body.byteLength >> 1));
      if (fault?.kind === 'stall') {
        response.writeHead(status, { ...CORS, 'content-length': String(body.byteLength) });
        response.write(body.subarray(0, body.byteLength >> 1));
        return;
      }
      return send(status, body);
    }

    async function readLabFile(lab: Lab, path: string): Promise<Uint8Array | null> {
      const own = lab.setup.files?.[path];
      if (own !== undefined) return own === null ? null : Buffer.from(own, 'base64');
      if (lab.setup.base !== 'sample' || sample === null) return null;
      if (!/^[\w.-]+(\/[\w.-]+)*$/.test(path) || path.includes('..')) return null;
      return readFile(join(sample, path)).catch(() => null);
    }
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the lab has no port');
  project.provide('archiveLabUrl', `http://localhost:${address.port}/`);

  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close').catch(() => undefined);
  };
}

/** The first fault whose path matches and that is not used up; counts it. */
function nextFault({ setup, hits }: Lab, path: string) {
  for (const [index, fault] of (setup.faults ?? []).entries()) {
    if (!path.includes(fault.path)) continue;
    const before = hits.get(index) ?? 0;
    hits.set(index, before + 1);
    const skip = fault.skip ?? 0;
    if (before >= skip && before < skip + (fault.times ?? Infinity)) return fault;
  }
  return null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
