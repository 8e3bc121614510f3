import type { Paper } from '../../format/records/paper.ts';
import { escapeTex } from './escape-tex.ts';
import { paperTitle } from './paper-title.ts';
import { encodeTexTitle } from './tex-characters.ts';

/**
 * A paper as one BibTeX entry: `@inproceedings` with a venue, `@misc` with the arXiv fields without
 * (https://info.arxiv.org/help/hypertex/bibstyles). Letters are kept in Unicode, as biber and current
 * BibTeX styles read it; only TeX's own characters are escaped. Math in titles stays math.
 */
export function encodeBibtex(paper: Paper, key = citationKey(paper)): string {
  const year = yearOf(paper);
  const fields: [string, string | undefined][] = [
    ['title', `{${encodeTexTitle(paperTitle(paper), asItIs)}}`],
    [
      'author',
      paper.authors.length === 0 ? undefined : paper.authors.map(encodeAuthor).join(' and '),
    ],
    ['booktitle', paper.venue === undefined ? undefined : escapeTex(paper.venue.name)],
    ['year', year],
    ['eprint', paper.arxivId],
    ['archiveprefix', paper.arxivId === undefined ? undefined : 'arXiv'],
    ['url', encodeUrl(paper.abstractUrl ?? paper.venueUrl ?? paper.pdfUrl)],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `  ${name.padEnd(13)} = {${value}},`);
  const type = paper.venue === undefined ? 'misc' : 'inproceedings';
  return `@${type}{${key},\n${lines.join('\n')}\n}`;
}

/** "he2016deep": surname, year, first long word of the title, in plain letters. */
export function citationKey(paper: Paper): string {
  const year = yearOf(paper);
  const surname = paper.authors[0]?.split(/\s+/).at(-1) ?? '';
  const word = paper.title.split(/[^\p{L}\p{N}]+/u).find((candidate) => candidate.length > 3) ?? '';
  const key = plainLetters(surname) + (year ?? '') + plainLetters(word);
  return key === '' ? 'paper' : key;
}

function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A name in which BibTeX would see several, or too many parts, is kept whole by braces. */
function encodeAuthor(name: string): string {
  const escaped = escapeTex(name);
  return /(?:^|\s)and(?:\s|$)|,.*,|^\s*,|,\s*$/i.test(name) ? `{${escaped}}` : escaped;
}

/** An address whose braces BibTeX need not count. */
function encodeUrl(url: string | undefined): string | undefined {
  return url?.replace(/[{}]/g, encodeURIComponent);
}

/** Letters of other scripts stay, for styles and engines that read Unicode. */
function asItIs(character: string): string {
  return character;
}

function yearOf({ venue, date }: Paper): string | undefined {
  return venue?.year?.toString() ?? date?.slice(0, 4);
}
