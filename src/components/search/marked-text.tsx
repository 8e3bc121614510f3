import { MathText } from '../text/math-text.tsx';
import { isFoundWord, WORDS, type FoundField } from './found-words.ts';

/** A text with the words marked that a query found. One with formulas is shown as it is. */
export function MarkedText({
  text,
  terms,
  field,
}: {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly field: FoundField;
}) {
  if (text.includes('$')) return <MathText text={text} />;
  return text.split(WORDS).map((piece, place) => {
    const isFound = place % 2 === 1 && isFoundWord(piece, terms, field);
    return isFound ? <mark key={place}>{piece}</mark> : piece;
  });
}
