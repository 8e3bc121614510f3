/** Which files of a build the browser loads before it can show anything. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The entry script with everything that it imports statically (Vite lists those as module preloads),
 * and the style sheets of index.html.
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
  return {
    scripts: files((tag) => tag.startsWith('<script') || tag.includes('rel="modulepreload"')),
    styles: files((tag) => tag.includes('rel="stylesheet"')),
  };
}
