import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { initialFiles } from '../../scripts/initial-files.mjs';
import { ensureApp } from '../../scripts/project.mjs';
import { rounded, type Bench } from './bench.ts';

/** As an ordinary host sends it: level 6, or as it is when it is packed already. */
function gzipBytes(file: string): number {
  const bytes = readFileSync(file);
  return /\.(woff2|png|webp)$/.test(file)
    ? bytes.byteLength
    : gzipSync(bytes, { level: 6 }).byteLength;
}

export const size: Bench = {
  name: 'size',
  description: 'the built app as a browser gets it, gzip level 6; 1 kB is 1,000 bytes',
  async run() {
    const dist = await ensureApp();
    const { scripts, styles } = initialFiles(dist);
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => ({ name, bytes: gzipBytes(join(dist, name)) }))
      .toSorted((a, b) => b.bytes - a.bytes);
    const sum = (isWanted: (name: string) => boolean) =>
      rounded(
        files.filter(({ name }) => isWanted(name)).reduce((total, { bytes }) => total + bytes, 0) /
          1000,
      );
    return {
      metrics: {
        initial_js_kb_gzip: sum((name) => scripts.includes(name)),
        css_kb_gzip: sum((name) => styles.includes(name)),
        total_js_kb_gzip: sum((name) => name.endsWith('.js')),
        total_fonts_kb: sum((name) => name.endsWith('.woff2')),
        total_kb_gzip: sum((name) => name !== '404.html'),
        files: files.length,
      },
      context: {
        initial: [...scripts, ...styles],
        largest: Object.fromEntries(
          files.slice(0, 10).map(({ name, bytes }) => [name, rounded(bytes / 1000)]),
        ),
      },
    };
  },
};
