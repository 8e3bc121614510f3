import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Pages that people share links to. */
const PAGES = ['sota.$board', 'paper.$slug'];

/**
 * Has the scripts and styles of the pages that people share links to fetched along with the app, not
 * after it has run. They are small; the round trip that they would cost is not.
 */
export function preloadPages(): Plugin {
  return {
    name: 'pwc2:preload-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = new Set<string>();
        function add(fileName: string): void {
          const chunk = bundle[fileName];
          if (chunk?.type !== 'chunk' || files.has(fileName)) return;
          files.add(fileName);
          for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
          for (const imported of chunk.imports) add(imported);
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.isDynamicEntry) continue;
          if (PAGES.some((page) => chunk.facadeModuleId?.includes(page))) add(chunk.fileName);
        }
        const tags = [...files]
          .filter((file) => !html.includes(file))
          .map((file): HtmlTagDescriptor => {
            const href = `${process.env['BASE_PATH'] ?? '/'}${file}`;
            const attrs = file.endsWith('.css')
              ? { rel: 'preload', as: 'style', crossorigin: true, href }
              : { rel: 'modulepreload', crossorigin: true, href };
            return { tag: 'link', attrs, injectTo: 'head' };
          });
        return tags;
      },
    },
  };
}
