import sqlite from 'node-sqlite3-wasm';
import type { ItemPaper } from './known-items.ts';

/** How the words of a query are joined for the baseline. */
export type Fts5Mode =
  /** Any of them: plain BM25. */
  | 'any'
  /** All of them. */
  | 'all';

/** SQLite FTS5 over the same papers: BM25, Porter stemmer, title weight 3. */
export class Fts5Baseline {
  readonly #database = new sqlite.Database(':memory:');

  /** @param keepsTexts as a database would, to show them; else it is the index alone. */
  constructor(papers: readonly ItemPaper[], { keepsTexts }: { readonly keepsTexts: boolean }) {
    const database = this.#database;
    const content = keepsTexts ? '' : `, content=''`;
    database.exec(
      `create virtual table papers using fts5(title, authors, abstract, tokenize='porter unicode61'${content})`,
    );
    database.exec('begin');
    const insert = database.prepare(
      'insert into papers(rowid, title, authors, abstract) values (?, ?, ?, ?)',
    );
    for (const [number, { title, authors, abstract }] of papers.entries()) {
      insert.run([number, title, authors.join(', '), abstract]);
    }
    insert.finalize();
    database.exec('commit');
  }

  /** @param isOpen the last word may be only a beginning. */
  search(text: string, mode: Fts5Mode, isOpen: boolean, limit: number): number[] {
    const words = text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    const terms = words.map((word, place) =>
      isOpen && place === words.length - 1 ? `"${word}"*` : `"${word}"`,
    );
    if (terms.length === 0) return [];
    return this.#query(terms.join(mode === 'any' ? ' OR ' : ' '), limit);
  }

  /** Size of the database. */
  get bytes(): number {
    const pageOf = (name: string) => Number(this.#database.all(`pragma ${name}`)[0]?.[name]);
    return pageOf('page_count') * pageOf('page_size');
  }

  close(): void {
    this.#database.close();
  }

  #query(match: string, limit: number): number[] {
    const rows = this.#database.all(
      'select rowid as number from papers where papers match ? order by bm25(papers, 3.0, 1.0, 1.0) limit ?',
      [match, limit],
    );
    return rows.map(({ number }) => Number(number));
  }
}
