import { SearchEngine } from '../../../../src/search/search-engine.ts';
import { indexInMemory } from '../../../support/memory-index.ts';
import { WANTED, type Peer } from './peer.ts';

/** This project's own index, in memory like the others'. */
export const own: Peer = {
  name: 'own',
  build(papers) {
    const { texts, bytes } = indexInMemory(papers);
    const engine = new SearchEngine(texts);
    return Promise.resolve({
      async search(text) {
        const request = { text, isTyping: false, limit: WANTED };
        return (await engine.search(request, new AbortController().signal)).papers;
      },
      indexBytes: () => Promise.resolve(bytes.texts),
    });
  },
};
