import { foldText } from '../../search/words/fold-text.ts';
import { authorTerm, textTerm } from '../../search/words/terms.ts';
import { MathText } from '../text/math-text.tsx';

const WORDS = /([\p{L}\p{N}]+)/u;

/** A text with the words marked that a query found. One with formulas is shown as it is. */
export function MarkedText({
  text,
  terms,
}: {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}) {
  if (text.includes('$')) return <MathText text={text} />;
  // Split at its words, every second piece is one.
  return text.split(WORDS).map((piece, place) => {
    const isFound = place % 2 === 1 && isMarked(piece, terms);
    return isFound ? <mark key={place}>{piece}</mark> : piece;
  });
}

function isMarked(word: string, terms: ReadonlySet<string>): boolean {
  const folded = foldText(word);
  return terms.has(textTerm(folded)) || terms.has(authorTerm(folded));
}
