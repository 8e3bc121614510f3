import { foldText } from '../words/fold-text.ts';
import { scanWords } from '../words/scan-words.ts';
import { isStopWord } from '../words/stop-words.ts';

/** Where a word of a query may stand. */
export type WordPlace = 'anywhere' | 'title' | 'author';

export interface QueryWord {
  /** Folded. */
  readonly text: string;
  readonly place: WordPlace;
  /** A whole compound, whose parts follow as words of their own. */
  readonly isWhole: boolean;
  /** One part of the compound before it. */
  readonly isPart: boolean;
  readonly isStop: boolean;
  /** The word may go on: it is the last one, and still being typed. */
  readonly isOpen: boolean;
  /** A paper without it is no result. */
  readonly isRequired: boolean;
}

/** Facets by which a query can filter. */
export const FILTER_KINDS = ['task', 'method', 'venue'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** Words of each phrase in quotes, folded, in order. They are among `words` too, required. */
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly string[];
  readonly filters: readonly { readonly kind: FilterKind; readonly text: string }[];
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly hasCode: boolean;
  readonly hasResults: boolean;
}

/** An operator and its value, a phrase, or a word with its sign. */
const PIECE = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;
const YEARS = /^(\d{4})?(-)?(\d{4})?$/;
const EVER = { from: 0, to: 9999 };

/** More words than any question has: what is pasted beyond them is cut. */
const MAX_WORDS = 64;

interface Draft {
  words: QueryWord[];
  phrases: string[][];
  excluded: string[];
  filters: { kind: FilterKind; text: string }[];
  years: ParsedQuery['years'];
  hasCode: boolean;
  hasResults: boolean;
}

/**
 * Reads what a person typed. Nothing is an error: an operator that is none is a word, a year that is none
 * filters nothing, a quote that is not closed ends with the text.
 * @param isTyping the text is still being typed, so that its last word may be only a beginning.
 */
export function parseQuery(text: string, isTyping: boolean): ParsedQuery {
  const draft: Draft = {
    words: [],
    phrases: [],
    excluded: [],
    filters: [],
    years: null,
    hasCode: false,
    hasResults: false,
  };
  for (const match of text.matchAll(PIECE)) {
    const [whole, minus = '', operator = '', quoted, bare = ''] = match;
    const isLast = match.index + whole.length === text.length;
    addPiece(draft, {
      isNegative: minus !== '',
      operator: operator.toLowerCase(),
      value: quoted ?? bare,
      isQuoted: quoted !== undefined,
      isOpen: isTyping && isLast && quoted === undefined,
      source: whole,
    });
  }
  return { ...draft, words: draft.words.slice(0, MAX_WORDS) };
}

interface Piece {
  readonly isNegative: boolean;
  readonly operator: string;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isOpen: boolean;
  readonly source: string;
}

function addPiece(draft: Draft, piece: Piece): void {
  const { operator, value, isNegative } = piece;
  switch (operator) {
    case '':
      if (isNegative) draft.excluded.push(...plainWords(value));
      else addWords(draft, piece, 'anywhere');
      return;
    case 'title':
    case 'author':
      addWords(draft, piece, operator);
      return;
    case 'task':
    case 'method':
    case 'venue':
      if (value !== '') draft.filters.push({ kind: operator, text: value });
      return;
    case 'year':
      draft.years = parseYears(value) ?? draft.years;
      return;
    case 'has':
      draft.hasCode ||= value === 'code';
      draft.hasResults ||= value === 'results';
      return;
    default:
      // "re:zero", "note:": no operator of ours, so words.
      addWords(draft, { ...piece, value: piece.source }, 'anywhere');
  }
}

function addWords(draft: Draft, piece: Piece, place: WordPlace): void {
  const { value, isQuoted, isOpen } = piece;
  const found: QueryWord[] = [];
  scanWords(foldText(value), (text, kind) => {
    found.push({
      text,
      place,
      isWhole: kind === 'whole',
      isPart: kind === 'part',
      isStop: isStopWord(text),
      isOpen: false,
      isRequired: isQuoted || place !== 'anywhere',
    });
  });
  const last = found.at(-1);
  // After "gpt-" or "vision " the last word is over.
  if (isOpen && last !== undefined && foldText(value).endsWith(last.text)) {
    found[found.length - 1] = { ...last, isOpen: true };
  }
  draft.words.push(...found);
  if (isQuoted && place !== 'author') {
    const phrase = found.filter((word) => !word.isWhole).map((word) => word.text);
    if (phrase.length > 1) draft.phrases.push(phrase);
  }
}

function plainWords(value: string): string[] {
  const words: string[] = [];
  scanWords(foldText(value), (text, kind) => {
    if (kind !== 'part') words.push(text);
  });
  return words;
}

/** `2021`, `2021-2023`, `2021-`, `-2023`. */
function parseYears(value: string): ParsedQuery['years'] {
  const match = YEARS.exec(value);
  if (match === null || value === '' || value === '-') return null;
  const [, first, dash, second] = match;
  if (dash === undefined) {
    return second === undefined && first !== undefined
      ? { from: Number(first), to: Number(first) }
      : null;
  }
  return {
    from: first === undefined ? EVER.from : Number(first),
    to: second === undefined ? EVER.to : Number(second),
  };
}
