import type { Plugin } from 'vite';

/** Libraries that a page may never need are not worth compiling before they are called. */
const LARGE_BYTES = 80_000;
const ALWAYS = new Set(['framework', 'shell']);

/**
 * Has scripts compiled at once and off the main thread while they stream in, instead of function by
 * function when each is first called. Browsers that do not know the comment pass over it.
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileHint(): Plugin {
  return {
    name: 'pwc2:compile-hint',
    apply: 'build',
    generateBundle: {
      // After Vite has put its own lines at the top: the comment only counts as the first.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          if (!ALWAYS.has(file.name) && file.code.length > LARGE_BYTES) continue;
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
        }
      },
    },
  };
}
