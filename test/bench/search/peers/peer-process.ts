/**
 * Builds one engine's index of real papers and asks it queries, in a process of its own, whose memory is
 * then the engine's. Started by `measure-peers.ts` with the engine's name and the number of papers; writes
 * a line of JSON.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ItemPaper } from '../../relevance/known-items.ts';
import { percentile } from '../../bench.ts';
import { makeQueries } from '../make-queries.ts';
import { flexSearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import type { MeasuredPeer } from './measure-peers.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { own } from './own.ts';

const QUERIES = 500;

const [name, corpus = '', count = '', seed = ''] = process.argv.slice(2);
const peer = [own, miniSearch, flexSearch, orama, fts5].find((one) => one.name === name);
if (peer === undefined) throw new Error(`There is no peer "${name}".`);

const papers = gunzipSync(readFileSync(corpus))
  .toString('utf8')
  .split('\n', Number(count))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ItemPaper);
const textBytes = papers.reduce(
  (sum, { title, authors, abstract }) =>
    sum + Buffer.byteLength(title + authors.join('') + abstract),
  0,
);
const titles = papers.map(({ title }) => title);
const queries = makeQueries(titles, Number(seed)).warm.slice(0, QUERIES);

const before = usedBytes();
const start = performance.now();
const built = await peer.build(papers);
const buildSeconds = (performance.now() - start) / 1000;
const memoryBytes = usedBytes() - before;
// Once over all, so that the code is compiled.
for (const { text } of queries) await built.search(text);
const times: number[] = [];
for (const { text } of queries) {
  const asked = performance.now();
  await built.search(text);
  times.push(performance.now() - asked);
}
// What has been measured counts even when saving takes all of the memory.
const measured = {
  buildSeconds,
  memoryBytes,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
};
report({ ...measured, indexShare: null });
const indexBytes = await built.indexBytes();
report({ ...measured, indexShare: indexBytes === null ? null : indexBytes / textBytes });

function report(peer: MeasuredPeer): void {
  console.log(JSON.stringify(peer));
}

/** Objects and buffers, WebAssembly's included, after a garbage collection. */
function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
