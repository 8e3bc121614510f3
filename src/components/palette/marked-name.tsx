import { foldText } from '../../search/words/fold-text.ts';

const WORDS = /([\p{L}\p{N}]+)/u;

/** A name with the beginnings of its words marked that were typed. */
export function MarkedName({
  name,
  words,
}: {
  readonly name: string;
  /** Folded. */
  readonly words: readonly string[];
}) {
  // Split at its words, every second piece is one.
  return name.split(WORDS).map((piece, place) => {
    const length = place % 2 === 1 ? typedLength(piece, words) : 0;
    if (length === 0) return piece;
    return (
      <span key={place}>
        <mark>{piece.slice(0, length)}</mark>
        {piece.slice(length)}
      </span>
    );
  });
}

function typedLength(piece: string, words: readonly string[]): number {
  const folded = foldText(piece);
  const lengths = words.filter((word) => folded.startsWith(word)).map((word) => word.length);
  // Where folding changes the length, places in the one are not places in the other.
  return folded.length === piece.length ? Math.max(0, ...lengths) : 0;
}
