import { foldText } from '../words/fold-text.ts';
import { scanWords } from '../words/scan-words.ts';
import { isStopWord } from '../words/stop-words.ts';
import { textTerm } from '../words/terms.ts';
import type { FieldCounts } from '../ranking-model.ts';

/** A term of a paper's own text. */
export interface TextTerm {
  readonly term: string;
  /** As people write it, in lower case. */
  readonly word: string;
  readonly counts: FieldCounts;
  /** Of a compound: its parts, which stand for it where the index does not know the whole. */
  readonly parts: readonly TextTerm[];
}

interface Counted {
  readonly term: string;
  word: string;
  readonly counts: { title: number; abstract: number };
  readonly parts: Map<string, Counted>;
}

/** The terms of a title and an abstract, each once, in the order in which they are met; no stop words. */
export function collectTextTerms(title: string, abstract: string | null): TextTerm[] {
  const found = new Map<string, Counted>();
  addText(found, title, 'title');
  if (abstract !== null) addText(found, abstract, 'abstract');
  return [...found.values()].map(finish);
}

function addText(found: Map<string, Counted>, text: string, field: keyof FieldCounts): void {
  let whole: Counted | null = null;
  let pieces: string[] = [];
  scanWords(foldText(text), (word, kind) => {
    if (kind === 'part' && whole !== null) {
      pieces.push(word);
      whole.word = pieces.join('-');
      if (!isStopWord(word)) note(whole.parts, word, field);
      return;
    }
    whole = null;
    if (isStopWord(word)) return;
    const counted = note(found, word, field);
    if (kind === 'whole') {
      whole = counted;
      pieces = [];
    }
  });
}

function note(found: Map<string, Counted>, word: string, field: keyof FieldCounts): Counted {
  const term = textTerm(word);
  const counted = found.get(term) ?? {
    term,
    word,
    counts: { title: 0, abstract: 0 },
    parts: new Map<string, Counted>(),
  };
  counted.counts[field]++;
  found.set(term, counted);
  return counted;
}

function finish({ parts, ...rest }: Counted): TextTerm {
  return { ...rest, parts: [...parts.values()].map(finish) };
}
