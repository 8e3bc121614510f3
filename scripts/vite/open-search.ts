import type { Plugin } from 'vite';

const FILE = 'opensearch.xml';
const TYPE = 'application/opensearchdescription+xml';
const NAME = 'Papers With Code 2';
/** At most 16 characters, as OpenSearch asks for. */
const SHORT_NAME = 'Papers w/ Code 2';

/**
 * Describes the search to browsers (OpenSearch 1.1), so that it can be added to their address bar. Its
 * addresses have to be absolute, and a static site does not know its own: without it there is no description.
 * @param site address of the site, ending in a slash; null when the build is not told.
 */
export function openSearch(site: string | null): Plugin {
  let base = '/';
  return {
    name: 'pwc2:open-search',
    apply: 'build',
    configResolved(config) {
      ({ base } = config);
      if (site !== null && new URL(site).pathname !== base) {
        throw new TypeError(
          `PWC_SITE is ${site}, but the app is built for the path ${base}; set BASE_PATH to ${new URL(site).pathname}.`,
        );
      }
    },
    transformIndexHtml() {
      if (site === null) return [];
      const attrs = { rel: 'search', type: TYPE, title: NAME, href: `${base}${FILE}` };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
    generateBundle() {
      if (site === null) return;
      this.emitFile({ type: 'asset', fileName: FILE, source: describeSearch(site) });
    },
  };
}

/** @param site absolute address, ending in a slash. */
export function describeSearch(site: string): string {
  const address = site.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${SHORT_NAME}</ShortName>
  <LongName>${NAME}</LongName>
  <Description>Machine-learning papers, code and results of the Papers With Code archive</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="192" height="192" type="image/png">${address}icon-192.png</Image>
  <Url type="text/html" method="get" template="${address}search?q={searchTerms}"/>
  <Url type="${TYPE}" rel="self" template="${address}${FILE}"/>
</OpenSearchDescription>
`;
}
