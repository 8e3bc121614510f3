import type { FacetKind } from '../../format/records/facet.ts';
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

/** A filter that is typed as an operator: `task:segmentation`, `-has:code`. */
export interface QueryFilter {
  readonly kind: FacetKind;
  readonly text: string;
  /** With a minus: papers that have it are no results. */
  readonly isExcluded: boolean;
}

/** A word that no result may have, and where. */
export interface ExcludedWord {
  readonly text: string;
  readonly place: WordPlace;
}

/** Years, both of them included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
  /** With a minus: no result is of these years. */
  readonly isExcluded: boolean;
}

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** Words of each phrase in quotes, folded, in order. They are among `words` too, required. */
  readonly phrases: readonly (readonly string[])[];
  readonly excluded: readonly ExcludedWord[];
  /** Phrases that no result may have. */
  readonly excludedPhrases: readonly (readonly string[])[];
  readonly filters: readonly QueryFilter[];
  readonly years: readonly YearRange[];
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
  excluded: ExcludedWord[];
  excludedPhrases: string[][];
  filters: QueryFilter[];
  years: YearRange[];
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
    excludedPhrases: [],
    filters: [],
    years: [],
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
    case 'title':
    case 'author': {
      const place = operator === '' ? 'anywhere' : operator;
      if (isNegative) exclude(draft, piece, place);
      else addWords(draft, piece, place);
      return;
    }
    case 'task':
    case 'method':
    case 'venue':
    case 'has':
      if (value !== '') draft.filters.push({ kind: operator, text: value, isExcluded: isNegative });
      return;
    case 'year': {
      const years = parseYears(value);
      if (years !== null) draft.years.push({ ...years, isExcluded: isNegative });
      return;
    }
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

function exclude(draft: Draft, { value, isQuoted }: Piece, place: WordPlace): void {
  const words: string[] = [];
  const phrase: string[] = [];
  scanWords(foldText(value), (text, kind) => {
    if (kind !== 'part') words.push(text);
    if (kind !== 'whole') phrase.push(text);
  });
  // Of a phrase the words may be there, only not next to each other.
  if (isQuoted && place !== 'author' && phrase.length > 1) draft.excludedPhrases.push(phrase);
  else draft.excluded.push(...words.map((text) => ({ text, place })));
}

/** `2021`, `2021-2023`, `2021-`, `-2023`. */
function parseYears(value: string): Pick<YearRange, 'from' | 'to'> | null {
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
