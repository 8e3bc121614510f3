import type { Plugin } from 'vite';

/**
 * Copies the built index.html to 404.html. Hosts without rewrite rules (GitHub Pages) answer every
 * unknown address with that file, and the app's router then shows the page that was asked for.
 */
export function fallbackPage(): Plugin {
  return {
    name: 'pwc2:fallback-page',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        this.emitFile({ type: 'asset', fileName: '404.html', source: page.source });
      },
    },
  };
}
