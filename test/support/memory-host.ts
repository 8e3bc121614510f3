import { answerRange } from '../../scripts/byte-range.mjs';
import type { Fetch } from '../../src/host/fetch-file.ts';

/** A `fetch` that answers from memory, for tests that need no browser: what is not there is a 404. */
export interface MemoryHost {
  readonly fetch: Fetch;
  /** Paths asked for, oldest first, relative to the base address. */
  readonly asked: string[];
  /** While true every request fails as it does without a connection. */
  isDown: boolean;
}

export const MEMORY_HOST_URL = 'https://archive.test/archive/';

/** @param files bodies by path; changes to it are seen by later requests. */
export function createMemoryHost(
  files: Record<string, Uint8Array<ArrayBuffer> | Response>,
): MemoryHost {
  const host: MemoryHost = {
    asked: [],
    isDown: false,
    fetch(url, init) {
      const path = url.slice(MEMORY_HOST_URL.length);
      host.asked.push(path);
      if (host.isDown) return Promise.reject(new TypeError('Failed to fetch'));
      const body = files[path];
      if (body === undefined) return Promise.resolve(new Response('not found', { status: 404 }));
      if (body instanceof Response) return Promise.resolve(body.clone());
      const range = new Headers(init.headers).get('range') ?? undefined;
      const part = answerRange(range, body);
      return Promise.resolve(new Response(part.body, part));
    },
  };
  return host;
}
