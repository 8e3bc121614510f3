import MiniSearch from 'minisearch';
import { WANTED, type Peer } from './peer.ts';

export const miniSearch: Peer = {
  name: 'minisearch',
  build(papers) {
    const index = new MiniSearch({ fields: ['title', 'authors', 'abstract'] });
    for (const [id, { title, authors, abstract }] of papers.entries()) {
      index.add({ id, title, authors: authors.join(', '), abstract });
    }
    return Promise.resolve({
      search(text) {
        const found = index.search(text, { boost: { title: 3 } });
        return Promise.resolve(found.slice(0, WANTED).map(({ id }) => id as number));
      },
      indexBytes: () => Promise.resolve(Buffer.byteLength(JSON.stringify(index))),
    });
  },
};
