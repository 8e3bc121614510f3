import { create, insertMultiple, save, search } from '@orama/orama';
import { WANTED, type Peer } from './peer.ts';

export const orama: Peer = {
  name: 'orama',
  async build(papers) {
    const schema = { title: 'string', authors: 'string', abstract: 'string' } as const;
    const index = create({ schema });
    const documents = papers.map(({ title, authors, abstract }, number) => ({
      id: String(number),
      title,
      authors: authors.join(', '),
      abstract,
    }));
    await insertMultiple(index, documents, 1000);
    return {
      async search(text) {
        const { hits } = await search(index, { term: text, limit: WANTED, boost: { title: 3 } });
        return hits.map(({ id }) => Number(id));
      },
      indexBytes() {
        try {
          return Promise.resolve(Buffer.byteLength(JSON.stringify(save(index).index)));
        } catch (error) {
          // More than the longest text that there can be.
          if (error instanceof RangeError) return Promise.resolve(null);
          throw error;
        }
      },
    };
  },
};
