import { describe, expect, it } from 'vitest';
import { createListSet } from '../../../../src/search/list-set.ts';
import { DictionaryBlockWriter } from '../../../../src/search/lists/dictionary-writer.ts';
import { correctWords } from '../../../../src/search/query/correct-words.ts';
import { parseQuery } from '../../../../src/search/query/parse-query.ts';
import { planTerms } from '../../../../src/search/query/plan-query.ts';

const DOCUMENTS = 100_000;

/** Frequencies of terms, in blocks of the dictionary. */
const BLOCKS: readonly Readonly<Record<string, number>>[] = [
  { '#transfrom': 90_000, '@adams': 20, '@hinton': 60, '@normal': 9 },
  { abil: 40, graph: 900, normal: 300 },
  { train: 4000, transfer: 800, transform: 500 },
  { unit: 30, universal: 10 },
  { until: 9, zero: 30 },
];

/** Corrects a query, and tells of which blocks were read for that. */
async function correct(text: string, isInstalled = true) {
  const read = new Set<number>();
  const blocks = BLOCKS.map((terms) => {
    const writer = new DictionaryBlockWriter([0]);
    for (const [term, frequency] of Object.entries(terms)) {
      writer.add({ term, frequency, segments: [], others: 1 });
    }
    return writer.take();
  });
  const set = createListSet(
    {
      firstTerms: BLOCKS.map((terms) => Object.keys(terms)[0] ?? ''),
      readTerms(block) {
        read.add(block);
        return Promise.resolve(blocks[block]!);
      },
      readPostings: () => Promise.reject(new Error('No list is needed to correct a word.')),
    },
    [{ from: 0, to: DOCUMENTS }],
  );
  const options = { documents: DOCUMENTS, completionBlocks: 1 };
  const planned = await planTerms(parseQuery(text, false), set, options);
  read.clear();
  const { corrections } = await correctWords(planned, set, { documents: DOCUMENTS, isInstalled });
  return { found: corrections.map(({ word, term }) => `${word}: ${term}`), read: [...read] };
}

describe('correcting words', () => {
  it('takes what has the fewest slips, be it a word, a name or a slip in the ending', async () => {
    expect((await correct('transfrom graph')).found).toEqual(['transfrom: transform']);
    expect((await correct('hintton')).found).toEqual(['hintton: hinton']);
    expect((await correct('normalizaton')).found).toEqual(['normalizaton: normal']);
    expect((await correct('trxnsfxrm')).found).toEqual(['trxnsfxrm: transform']);
    expect((await correct('xyzzyxyzzy')).found).toEqual([]);
  });

  it('takes no term that the query has already', async () => {
    expect((await correct('transform transfrom')).found).toEqual([]);
    expect((await correct('transform transfrom graph grpah')).found).toEqual([]);
  });

  it('corrects words of titles by words alone, and names by names', async () => {
    expect((await correct('title:hintton')).found).toEqual([]);
    expect((await correct('author:normla')).found).toEqual(['normla: normal']);
    expect((await correct('author:grpah')).found).toEqual([]);
  });

  it('does not read blocks without anything near, and online only where the word would stand', async () => {
    expect((await correct('title:transfrom')).read).not.toContain(3);
    const online = await correct('title:transfrom', false);
    expect(online).toEqual({ found: ['transfrom: transform'], read: [2] });
    expect((await correct('title:rtansform', false)).found).toEqual([]);
  });
});
