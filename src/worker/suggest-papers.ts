import type { Archive } from '../archive/archive.ts';
import { plainTitle } from '../format/tex/plain-title.ts';
import type { Paper } from '../format/records/paper.ts';
import {
  FIT,
  fitName,
  keyOfName,
  nameWords,
  parseNameQuery,
  type Fit,
} from '../search/names/match-name.ts';
import type { SearchEngine } from '../search/search-engine.ts';
import type { PaperSuggestion, PaperSuggestions, SuggestionRequest } from './suggestion.ts';

/** Papers whose authors are looked at: on the device, and over the network, where each may cost a block. */
const AUTHOR_PAPERS = { installed: 12, online: 4 };
const MAX_AUTHORS = 3;
/** Names have no more words. */
const MAX_NAME_WORDS = 4;

/** Suggests papers, and authors by the papers that are found by their names. */
export async function suggestPapers(
  { text, limit }: SuggestionRequest,
  engine: SearchEngine,
  archive: Pick<Archive, 'paper'>,
  isInstalled: boolean,
  signal: AbortSignal,
): Promise<PaperSuggestions> {
  const found = await engine.search({ text, isTyping: true, limit }, signal);
  const papers = await readPapers(found.papers, archive);
  signal.throwIfAborted();
  const named = AUTHOR_PAPERS[isInstalled ? 'installed' : 'online'];
  const authors = await suggestAuthors(text, engine, archive, named, signal);
  const query = parseNameQuery(text);
  const suggested = papers.map(({ slug, title, authors, date }): PaperSuggestion => {
    const fit = fitName(keyOfName(plainTitle(title)), query);
    return { slug, title, authors, date: date ?? null, fit };
  });
  const isBegun = ({ fit }: PaperSuggestion) => fit !== null && fit <= FIT.start;
  return {
    // Who types a title from its beginning means that one.
    papers: [...suggested.filter(isBegun), ...suggested.filter((paper) => !isBegun(paper))],
    authors,
    total: found.relaxed === null ? found.total : 0,
  };
}

async function suggestAuthors(
  text: string,
  engine: SearchEngine,
  archive: Pick<Archive, 'paper'>,
  limit: number,
  signal: AbortSignal,
): Promise<PaperSuggestions['authors']> {
  const words = nameWords(text);
  if (/["':\d]/.test(text) || words.length === 0 || words.length > MAX_NAME_WORDS) return [];
  const byName = words.map((word) => `author:${word}`).join(' ');
  const found = await engine.search({ text: byName, isTyping: true, isExact: true, limit }, signal);
  if (found.relaxed !== null) return [];
  const papers = await readPapers(found.papers, archive);
  signal.throwIfAborted();
  const query = parseNameQuery(text);
  const counted = new Map<string, { name: string; fit: Fit; papers: number }>();
  for (const name of papers.flatMap(({ authors }) => authors)) {
    const key = keyOfName(name);
    const fit = fitName(key, query);
    if (fit === null || fit > FIT.words) continue;
    const known = counted.get(key.compact);
    if (known === undefined) counted.set(key.compact, { name, fit, papers: 1 });
    else known.papers++;
  }
  return [...counted.values()]
    .sort((a, b) => a.fit - b.fit || b.papers - a.papers)
    .slice(0, MAX_AUTHORS)
    .map(({ name, fit }) => ({ name, fit }));
}

async function readPapers(
  numbers: readonly number[],
  archive: Pick<Archive, 'paper'>,
): Promise<Paper[]> {
  const papers = await Promise.all(numbers.map((number) => archive.paper(number)));
  return papers.filter((paper) => paper !== null);
}
