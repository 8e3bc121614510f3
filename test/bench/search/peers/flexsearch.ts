import { Document } from 'flexsearch';
import { WANTED, type Peer } from './peer.ts';

export const flexSearch: Peer = {
  name: 'flexsearch',
  build(papers) {
    const index = new Document({ document: { id: 'id', index: ['title', 'authors', 'abstract'] } });
    for (const [id, { title, authors, abstract }] of papers.entries()) {
      index.add({ id, title, authors: authors.join(', '), abstract });
    }
    return Promise.resolve({
      search(text) {
        // `suggest`: papers that lack some of the words are results too.
        const found = index.search({
          query: text,
          limit: WANTED,
          suggest: true,
          merge: true,
        });
        return Promise.resolve(found.map(({ id }) => Number(id)));
      },
      indexBytes() {
        let bytes = 0;
        index.export((_, data) => {
          bytes += Buffer.byteLength(data);
        });
        return Promise.resolve(bytes);
      },
    });
  },
};
