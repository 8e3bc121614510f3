/** Archives on a real host, for tests in the browser. The host is test/support/archive-lab.ts. */
import { inject } from 'vitest';
import type { LabFault, LabRequest, LabSetup } from '../lab-protocol.ts';

export interface LabArchive {
  /** Where the snapshot lies, ends with a slash. No other test has the same. */
  readonly url: string;
  /** Every request so far, oldest first. */
  requests: () => Promise<LabRequest[]>;
  /** Changes files or faults under the same address. */
  change: (options: LabOptions) => Promise<void>;
}

export interface LabOptions {
  /** Default: the sample's snapshot when there are no files, nothing otherwise. */
  readonly base?: LabSetup['base'];
  /** By path inside the snapshot; null takes one away. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly faults?: readonly LabFault[];
  readonly ranges?: LabSetup['ranges'];
}

/**
 * Makes an archive for one test.
 *
 *     const archive = await labArchive({ faults: [{ path: 'blocks/', skip: 3, kind: 'stall' }] });
 */
export async function labArchive(options: LabOptions = {}): Promise<LabArchive> {
  const lab = new URL('labs/', inject('archiveLabUrl'));
  const { id } = (await post(lab, options)) as { id: string };
  const own = new URL(`${id}/`, lab);
  return {
    url: new URL('archive/', own).href,
    requests: async () => (await (await fetch(new URL('requests', own))).json()) as LabRequest[],
    change: async (changed) => {
      await post(new URL(id, lab), changed);
    },
  };
}

async function post(url: URL, options: LabOptions): Promise<unknown> {
  const { files, faults = [], ranges = true } = options;
  const setup: LabSetup = {
    base: options.base ?? (files === undefined ? 'sample' : 'empty'),
    files: Object.fromEntries(
      Object.entries(files ?? {}).map(([path, body]) => [
        path,
        body === null ? null : base64(body),
      ]),
    ),
    faults,
    ranges,
  };
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(setup) });
  if (!response.ok)
    throw new Error(`The lab answered ${response.status}: ${await response.text()}`);
  return response.json();
}

function base64(body: string | Uint8Array): string {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
