import { Dexie } from 'dexie';
import type { Paper } from '../../../src/format/records/paper.ts';

const NAME = 'pwc2-rows-baseline';
const BATCH = 2000;

/** What a database of rows would take: a table with the indexes that pages would need. */
export async function timeRows(papers: readonly Paper[]): Promise<number> {
  await Dexie.delete(NAME);
  const database = new Dexie(NAME, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ papers: 'slug, date, title' });
  await database.open();
  const started = performance.now();
  for (let first = 0; first < papers.length; first += BATCH) {
    await database.table('papers').bulkPut(papers.slice(first, first + BATCH));
  }
  const milliseconds = performance.now() - started;
  database.close();
  await Dexie.delete(NAME);
  return milliseconds;
}
