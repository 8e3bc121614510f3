import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../scripts/project.mjs';
import { rounded, type Metrics } from '../../bench.ts';

const CORPUS = join(ROOT, '../shared/corpus/papers-60k.jsonl.gz');
const PAPERS = 60_000;
const LIMIT_MS = 240_000;
const MEMORY_MB = 6000;
const NAMES = ['own', 'fts5', 'minisearch', 'flexsearch', 'orama'];

export interface MeasuredPeer {
  readonly buildSeconds: number;
  /** Of the heap and of buffers, that the index takes. */
  readonly memoryBytes: number;
  /** Milliseconds of a query. */
  readonly p50: number;
  readonly p95: number;
  /** Size of the saved index against the texts in UTF-8; null when it could not be saved. */
  readonly indexShare: number | null;
}

/**
 * Other engines, and this one, over the same 60,000 papers with the same queries, in Node: each in a process
 * of its own with four minutes' time. Those that do not come to an end are left out.
 */
export async function measurePeers(seed: number, log: (line: string) => void): Promise<Metrics> {
  const metrics: Metrics = {};
  if (!existsSync(CORPUS)) {
    log('the other engines need the texts in ../shared/corpus: left out');
    return metrics;
  }
  for (const name of NAMES) {
    const peer = await runPeer(name, seed, log);
    if (peer === null) continue;
    log(`${name}: built in ${rounded(peer.buildSeconds)} s`);
    metrics[`peer_${name}_build_s`] = rounded(peer.buildSeconds);
    metrics[`peer_${name}_memory_mb`] = Math.round(peer.memoryBytes / 1e6);
    metrics[`peer_${name}_ms_p50`] = rounded(peer.p50);
    metrics[`peer_${name}_ms_p95`] = rounded(peer.p95);
    if (peer.indexShare !== null) {
      metrics[`peer_${name}_index_share`] = Math.round(peer.indexShare * 1e4) / 1e4;
    }
  }
  return metrics;
}

/** The last that the process said; null when it said nothing in time. */
function runPeer(
  name: string,
  seed: number,
  log: (line: string) => void,
): Promise<MeasuredPeer | null> {
  const script = join(import.meta.dirname, 'peer-process.ts');
  const options = [`--max-old-space-size=${MEMORY_MB}`, '--expose-gc', '--import', 'tsx'];
  const args = [...options, script, name, CORPUS, String(PAPERS), String(seed)];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout: LIMIT_MS, cwd: ROOT }, (error, stdout) => {
      const last = stdout.trim().split('\n').at(-1) ?? '';
      if (error !== null) log(`${name} did not come to its end: ${describeEnd(error)}`);
      resolve(last === '' ? null : (JSON.parse(last) as MeasuredPeer));
    });
  });
}

function describeEnd({
  killed,
  message,
}: {
  killed?: boolean | undefined;
  message: string;
}): string {
  return killed === true ? `more than ${LIMIT_MS / 1000} s` : (message.split('\n')[1] ?? message);
}
