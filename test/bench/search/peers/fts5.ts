import { Fts5Baseline } from '../../relevance/fts5.ts';
import { WANTED, type Peer } from './peer.ts';

/** SQLite in WebAssembly. The texts are not kept in it: the others' indexes have none either. */
export const fts5: Peer = {
  name: 'fts5',
  build(papers) {
    const index = new Fts5Baseline(papers, { keepsTexts: false });
    return Promise.resolve({
      search: (text) => Promise.resolve(index.search(text, 'any', false, WANTED)),
      indexBytes: () => Promise.resolve(index.bytes),
    });
  },
};
