import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAtLeast } from '../../../scripts/command-line.mjs';
import { initialFiles } from '../../../scripts/initial-files.mjs';
import { hashFiles } from '../../../scripts/project.mjs';
import { parsePort } from '../../../scripts/serve-site.mjs';
import { withoutOldFonts } from '../../../scripts/vite/woff2-only.ts';

test('the style sheet of KaTeX, as installed, keeps all its fonts in woff2 alone', () => {
  const file = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
  const css = readFileSync(file, 'utf8');
  const slim = withoutOldFonts(css);
  expect(slim.match(/\.(ttf|woff)\b/g)).toBeNull();
  expect(slim.match(/url\(/g)).toHaveLength(css.match(/@font-face/g)?.length ?? -1);
});

test('the first files are those that index.html names and those of the heaviest page', () => {
  const dist = mkdtempSync(join(tmpdir(), 'pwc2-dist-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'assets/board-4.js'), 'long script');
  writeFileSync(join(dist, 'assets/paper-5.js'), 'short');
  writeFileSync(
    join(dist, 'index.html'),
    `<link rel="manifest" href="/x/manifest.webmanifest">
     <script type="module" crossorigin src="/x/assets/index-1.js"></script>
     <link rel="modulepreload" crossorigin href="/x/assets/framework-2.js">
     <meta name="pwc2-pages" content="{&quot;paper&quot;:[&quot;assets/paper-5.js&quot;],&quot;sota&quot;:[&quot;assets/board-4.js&quot;,&quot;assets/board-6.css&quot;]}">
     <link rel="stylesheet" crossorigin href="/x/assets/index-3.css">`,
  );
  expect(initialFiles(dist)).toEqual({
    scripts: ['assets/index-1.js', 'assets/framework-2.js', 'assets/board-4.js'],
    styles: ['assets/index-3.css'],
  });
  rmSync(dist, { recursive: true });
});

test('versions are compared by number, not by letter', () => {
  expect(isAtLeast('20.20.2', '20.19')).toBe(true);
  expect(isAtLeast('20.9.0', '20.19')).toBe(false);
  expect(isAtLeast('18.20.8', '20.19')).toBe(false);
  expect(isAtLeast('24.0.0', '20.19')).toBe(true);
});

test.each(['', 'abc', '70000', '-1', '80.5'])('the port "%s" is refused', (text) => {
  expect(() => parsePort(text)).toThrow('is no port');
});

test('a hash over files changes with a name, a content and a file more, and not otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pwc2-hash-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('a', '1');
  write('b', '2');
  const before = hashFiles([folder, join(folder, 'missing')]);
  write('a', '1');
  expect(hashFiles([folder])).toBe(before);
  write('a', '12');
  const changed = hashFiles([folder]);
  write('c', '');
  expect(new Set([before, changed, hashFiles([folder])]).size).toBe(3);
  rmSync(folder, { recursive: true });
});
