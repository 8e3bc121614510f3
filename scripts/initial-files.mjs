/** Which files of a build the browser loads before it can show anything. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The entry script with everything that it imports statically (Vite lists those as module preloads), the
 * style sheets of index.html, and the scripts of the page that asks for most: those of one shared link
 * are loaded along with the app (scripts/vite/preload-pages.ts).
 * @param {string} dist folder of a build
 * @returns {{ scripts: string[], styles: string[] }} paths inside dist
 */
export function initialFiles(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  /**
   * @param {(tag: string) => boolean} isWanted
   * @returns {string[]}
   */
  const files = (isWanted) =>
    tags.filter(isWanted).flatMap((tag) => {
      const path = /(?:src|href)="[^"]*?(assets\/[^"]+)"/.exec(tag)?.[1];
      return path === undefined ? [] : [path];
    });
  const size = (/** @type {string[]} */ page) =>
    page.reduce((total, file) => total + statSync(join(dist, file)).size, 0);
  const [heaviest = []] = pageScripts(html).toSorted((a, b) => size(b) - size(a));
  return {
    scripts: [
      ...files((tag) => tag.startsWith('<script') || tag.includes('rel="modulepreload"')),
      ...heaviest,
    ],
    styles: files((tag) => tag.includes('rel="stylesheet"')),
  };
}

/**
 * @param {string} html
 * @returns {string[][]} the scripts of each page that has a list
 */
function pageScripts(html) {
  const content = /<meta name="pwc2-pages" content="([^"]*)"/.exec(html)?.[1];
  if (content === undefined) throw new Error('index.html has no list of the scripts of pages.');
  /** @type {Record<string, string[]>} */
  const pages = JSON.parse(content.replaceAll('&quot;', '"'));
  return Object.values(pages).map((files) => files.filter((file) => file.endsWith('.js')));
}
