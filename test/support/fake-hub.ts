/**
 * A host on this machine that answers as the Hugging Face Hub does: it lists a repository, redirects
 * to a store, and sends ranges. It can be told to misbehave.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

/** What to do with one request for a file. */
export type HubFault =
  | { readonly kind: 'status'; readonly status: number }
  /** Sends so many bytes of the answer, then cuts the connection. */
  | { readonly kind: 'break'; readonly afterBytes: number }
  /** Sends so many bytes of the answer, then nothing. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** Sends something else. */
  | {
      readonly kind: 'body';
      readonly body: Uint8Array | string;
      readonly headers?: Record<string, string>;
    };

export interface HubFile {
  readonly body: Uint8Array;
  /** What the listing says; by default the truth. `lfs: null` lists it as a plain file. */
  readonly listed?: { readonly size?: number; readonly sha256?: string | null };
  /** One for each request, in order; null for an honest answer, which comes after all of them. */
  readonly faults?: readonly (HubFault | null)[];
}

export interface HubOptions {
  readonly files: Record<string, HubFile>;
  /** Whether it sends ranges; default true. */
  readonly ranges?: boolean;
  /** Files on a page of the listing; default all. */
  readonly pageSize?: number;
  /** Statuses of the first answers to a listing. */
  readonly listingFaults?: readonly number[];
}

export interface FakeHub {
  readonly url: string;
  /** Requests for contents: the file and the range asked for. */
  readonly requests: { readonly path: string; readonly range: string | null }[];
  close(): Promise<void>;
}

const REPOSITORY = 'datasets/pwc-archive/files';

export async function startFakeHub(options: HubOptions): Promise<FakeHub> {
  const requests: { path: string; range: string | null }[] = [];
  const asked = new Map<string, number>();
  let listings = 0;

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub.test');
    const path = decodeURIComponent(url.pathname);
    if (path === `/api/${REPOSITORY}/tree/main`) {
      const fault = options.listingFaults?.[listings++];
      if (fault !== undefined) return void response.writeHead(fault).end();
      return sendListing(url, response);
    }
    const resolved = `/${REPOSITORY}/resolve/main/`;
    if (path.startsWith(resolved)) {
      const location = `/store/${encodeURIComponent(path.slice(resolved.length))}`;
      return void response.writeHead(302, { location }).end();
    }
    const name = path.replace(/^\/store\//, '');
    const file = options.files[name];
    if (file === undefined) return void response.writeHead(404).end();
    const count = asked.get(name) ?? 0;
    asked.set(name, count + 1);
    const { range } = request.headers;
    requests.push({ path: name, range: range ?? null });
    sendFile(file, file.faults?.[count] ?? null, range, response);
  });

  function sendListing(url: URL, response: ServerResponse): void {
    const items = Object.entries(options.files).map(([path, { body, listed = {} }]) => {
      const size = listed.size ?? body.byteLength;
      const oid = listed.sha256 === undefined ? sha256Of(body) : listed.sha256;
      const lfs = oid === null ? undefined : { oid, size };
      return { type: 'file', oid: 'git', size, path, lfs };
    });
    const start = Number(url.searchParams.get('cursor') ?? 0);
    const end = start + (options.pageSize ?? items.length + 1);
    const page = [{ type: 'directory', path: 'old', oid: 'x' }, ...items.slice(start, end)];
    url.searchParams.set('cursor', String(end));
    const next = `<${url.pathname}${url.search}>; rel="next"`;
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(end < items.length ? { link: next } : {}),
    });
    response.end(JSON.stringify(page));
  }

  function sendFile(
    { body }: HubFile,
    fault: HubFault | null,
    range: string | undefined,
    response: ServerResponse,
  ): void {
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end();
    if (fault?.kind === 'body') return void response.writeHead(200, fault.headers).end(fault.body);
    const asksFor = /^bytes=(\d+)-$/.exec(range ?? '')?.[1];
    const isPart = asksFor !== undefined && options.ranges !== false;
    const start = isPart ? Number(asksFor) : 0;
    const end = body.byteLength;
    if (isPart && start >= end) return void response.writeHead(416).end();
    const headers = {
      'content-length': String(end - start),
      ...(isPart ? { 'content-range': `bytes ${start}-${end - 1}/${end}` } : {}),
    };
    response.writeHead(isPart ? 206 : 200, headers);
    const part = body.subarray(start);
    if (fault === null) return void response.end(part);
    response.write(part.subarray(0, fault.afterBytes));
    // Later, since a client throws away what it has not read yet when a connection breaks.
    if (fault.kind === 'break') setTimeout(() => response.destroy(), 50);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

export function sha256Of(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
