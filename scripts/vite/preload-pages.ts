import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Pages that people share links to, by the first part of their addresses. */
const PAGES: Readonly<Record<string, string>> = { sota: 'sota.$board', paper: 'paper.$slug' };

/**
 * Has the scripts and styles of the pages that people share links to fetched along with the app, not
 * after it has run. They are small; the round trip that they would cost is not. What both pages need is
 * asked for in the head; what one needs, public/start.js asks for where the address is that page's, from
 * the list in `<meta name="pwc2-pages">`.
 */
export function preloadPages(): Plugin {
  return {
    name: 'pwc2:preload-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const byPage = Object.entries(PAGES).map(([kind, page]) => {
          const files = new Set<string>();
          function add(fileName: string): void {
            const chunk = bundle[fileName];
            if (chunk?.type !== 'chunk' || files.has(fileName)) return;
            files.add(fileName);
            for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
            for (const imported of chunk.imports) add(imported);
          }
          for (const chunk of chunks) {
            const isPage = chunk.isDynamicEntry && chunk.facadeModuleId?.includes(page) === true;
            if (isPage) add(chunk.fileName);
          }
          return { kind, files: [...files].filter((file) => !html.includes(file)) };
        });
        const shared = (byPage[0]?.files ?? []).filter((file) =>
          byPage.every(({ files }) => files.includes(file)),
        );
        const own = byPage.map(({ kind, files }) => [
          kind,
          files.filter((file) => !shared.includes(file)),
        ]);
        const list: HtmlTagDescriptor = {
          tag: 'meta',
          attrs: { name: 'pwc2-pages', content: JSON.stringify(Object.fromEntries(own)) },
          injectTo: 'head',
        };
        return [list, ...shared.map(preload)];
      },
    },
  };
}

function preload(file: string): HtmlTagDescriptor {
  const href = `${process.env['BASE_PATH'] ?? '/'}${file}`;
  const attrs = file.endsWith('.css')
    ? { rel: 'preload', as: 'style', crossorigin: true, href }
    : { rel: 'modulepreload', crossorigin: true, href };
  return { tag: 'link', attrs, injectTo: 'head' };
}
