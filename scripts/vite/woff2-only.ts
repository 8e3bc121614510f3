import type { Plugin } from 'vite';

/** A further source after the first of an `@font-face`, in one of the two old formats. */
const OLD_FONT_SOURCE = /,\s*url\([^)]*\)\s*format\(["'](?:woff|truetype)["']\)/g;

/**
 * Drops the woff and ttf copies that KaTeX's style sheet names: every browser this app supports
 * reads woff2, and the copies would triple the fonts in dist/.
 */
export function woff2Only(): Plugin {
  return {
    name: 'pwc2:woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /katex[^?]*\.css/ },
      handler(code) {
        return { code: withoutOldFonts(code), map: null };
      },
    },
  };
}

/** The same style sheet, its `@font-face` rules naming nothing but woff2. */
export function withoutOldFonts(css: string): string {
  return css.replaceAll(OLD_FONT_SOURCE, '');
}
