import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/ensure-chromium.mjs';
import { startServer } from '../../scripts/static-server.mjs';
import { NAME_HELPER } from './name-helper.ts';

/**
 * Speed of unpacking in Chromium, in unpacked megabytes a second: gzip by the browser's own
 * DecompressionStream, zstd by fzstd. The median of `runs` passes over all blocks, after one to warm up.
 */
export async function timeDecoding(
  packed: { readonly gzip: readonly Uint8Array[]; readonly fzstd: readonly Uint8Array[] },
  rawBytes: number,
  runs: number,
): Promise<{ gzip: number; fzstd: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'pwc2-codec-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>codec</title>');
  const fzstd = dirname(createRequire(import.meta.url).resolve('fzstd'));
  await copyFile(join(fzstd, '..', 'esm', 'index.mjs'), join(folder, 'assets', 'fzstd.mjs'));
  for (const [codec, blocks] of Object.entries(packed)) {
    await mkdir(join(folder, codec));
    await Promise.all(
      blocks.map((block, number) => writeFile(join(folder, codec, `${number}.bin`), block)),
    );
  }
  const server = await startServer({ dist: folder });
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.addInitScript(NAME_HELPER);
    await page.goto(server.url);
    const ms = await page.evaluate(timeInPage, { count: packed.gzip.length, runs });
    const speed = (milliseconds: number) => rawBytes / 1000 / milliseconds;
    return { gzip: speed(ms.gzip), fzstd: speed(ms.fzstd) };
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page; milliseconds for all blocks. */
async function timeInPage({ count, runs }: { count: number; runs: number }) {
  const read = async (codec: string) => {
    const blocks: Uint8Array<ArrayBuffer>[] = [];
    for (let number = 0; number < count; number += 1) {
      const response = await fetch(`${codec}/${number}.bin`);
      blocks.push(new Uint8Array(await response.arrayBuffer()));
    }
    return blocks;
  };
  const time = async (decode: (block: Uint8Array<ArrayBuffer>) => unknown, codec: string) => {
    const blocks = await read(codec);
    const times: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const started = performance.now();
      for (const block of blocks) await decode(block);
      if (run > 0) times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[(times.length - 1) >> 1] ?? Number.NaN;
  };
  const address = `${location.origin}/assets/fzstd.mjs`;
  const { decompress } = (await import(address)) as {
    decompress: (bytes: Uint8Array) => Uint8Array;
  };
  return {
    gzip: await time((block) => {
      const stream = new Blob([block]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(stream).arrayBuffer();
    }, 'gzip'),
    fzstd: await time((block) => decompress(block), 'fzstd'),
  };
}
