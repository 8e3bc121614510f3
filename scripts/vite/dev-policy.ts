import type { Plugin } from 'vite';

/**
 * In development, styles and the hot reload come as inline elements, which the page's policy forbids: there,
 * and nowhere else, it allows them.
 */
export function devPolicy(): Plugin {
  return {
    name: 'pwc2:dev-policy',
    apply: 'serve',
    transformIndexHtml: (html) =>
      html.replace(/\b(?:script|style)-src 'self'/g, "$& 'unsafe-inline'"),
  };
}
