import { parentPort, workerData } from 'node:worker_threads';
import { Zstd } from '@hpcc-js/wasm-zstd';
import { gzipSync } from 'fflate';

// Entry of a thread of `pack-pool.ts`: packs each message as `packer.ts` does and sends the packed
// bytes back. Plain JavaScript, since the loader that runs the builder's TypeScript does not reach
// into threads.

const loading = Zstd.load();

parentPort?.on('message', async ({ codec, raw }) => {
  const packed = codec === 'gzip' ? packGzip(raw) : packZstd(await loading, raw);
  parentPort?.postMessage(packed, [packed.buffer]);
});

function packGzip(raw) {
  return new Uint8Array(gzipSync(raw, { level: 9, mem: 12, mtime: 0 }));
}

function packZstd(zstd, raw) {
  let packed;
  for (const level of workerData.levels) {
    packed = new Uint8Array(zstd.compress(raw, level));
    // Bit 5 of the descriptor: a single segment, as the format asks for.
    if ((packed[4] & 0x20) !== 0) break;
  }
  return packed;
}
