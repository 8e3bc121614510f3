import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compress, init } from '@bokuweb/zstd-wasm';
import { ROOT, ensureSampleSnapshot, ensureSnapshot } from '../../scripts/project.mjs';
import { MissingInputError, rounded, type Bench, type Metrics } from './bench.ts';
import { readCorpusBlocks, readSnapshotBlocks } from './block-samples.ts';
import { timeDecoding } from './decode-speed.ts';

const ARCHIVE = '../shared/archive-sample';
const CORPUS = '../shared/corpus/papers-60k.jsonl.gz';
const ZSTD_LEVELS = [12, 16, 19];

export const codec: Bench = {
  name: 'codec',
  description: 'blocks as gzip and as zstd: size, and speed of unpacking in Chromium',
  async run({ runs, log }) {
    for (const path of [ARCHIVE, CORPUS]) {
      if (!existsSync(join(ROOT, path))) {
        throw new MissingInputError(`The codec bench needs ${path}: not there.`);
      }
    }
    await init();
    const sets = {
      sample: await readSnapshotBlocks(await ensureSampleSnapshot()),
      archive: await readSnapshotBlocks(await ensureSnapshot('archive-sample', ARCHIVE)),
      abstracts: readCorpusBlocks(join(ROOT, CORPUS)),
    };
    const metrics: Metrics = {};
    const sizes: Record<string, { blocks: number; raw_kb: number }> = {};

    for (const [set, blocks] of Object.entries(sets)) {
      const rawBytes = sum(blocks);
      sizes[set] = { blocks: blocks.length, raw_kb: Math.round(rawBytes / 1000) };
      const pack = (name: string, encode: (block: Uint8Array) => Uint8Array) => {
        const packed = blocks.map(encode);
        metrics[`${set}_${name}_pct`] = rounded((100 * sum(packed)) / rawBytes);
        log(`${set}: ${name} done`);
        return packed;
      };
      const gzipped = pack('gzip9', (block) => gzipSync(block, { level: 9 }));
      let zstandard: Uint8Array[] = [];
      for (const level of ZSTD_LEVELS) {
        zstandard = pack(`zstd${level}`, (block) => compress(block, level));
      }
      const speed = await timeDecoding({ gzip: gzipped, fzstd: zstandard }, rawBytes, runs);
      metrics[`${set}_gzip_decode_mb_per_s`] = rounded(speed.gzip);
      metrics[`${set}_fzstd_decode_mb_per_s`] = rounded(speed.fzstd);
    }
    return { metrics, context: { sizes, decodedZstdLevel: ZSTD_LEVELS.at(-1) } };
  },
};

function sum(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((total, { byteLength }) => total + byteLength, 0);
}
