import { Fragment, lazy, Suspense, useMemo } from 'react';
import { plainFormula } from '../../format/tex/plain-formula.ts';
import { splitMath, type MathSegment } from '../../format/tex/split-math.ts';
import { formulaClass } from './formula-class.ts';
import './text.css';

type MathProps = Omit<Extract<MathSegment, { kind: 'math' }>, 'kind'>;

function PlainFormula({ tex, display }: MathProps) {
  return <span className={formulaClass(display)}>{plainFormula(tex)}</span>;
}

/** Formulas stay plain when their chunk cannot be had, which is no reason to lose the text. */
const Formula = lazy(async () => {
  try {
    return { default: (await import('./formula.tsx')).Formula };
  } catch {
    return { default: PlainFormula };
  }
});

/** Segments with their offsets in the text, which are their keys. */
function withOffsets(segments: readonly MathSegment[]): { key: number; segment: MathSegment }[] {
  let offset = 0;
  return segments.map((segment) => {
    const key = offset;
    offset += segment.source.length;
    return { key, segment };
  });
}

/**
 * A cleaned title or abstract, inline, with its formulas drawn. Until KaTeX has loaded (and where
 * it cannot be) a formula reads in plain Unicode; a text without formulas loads nothing. Does not
 * read Markdown or HTML and makes no paragraphs.
 */
export function MathText({ text }: { readonly text: string }) {
  const segments = useMemo(() => withOffsets(splitMath(text)), [text]);
  return segments.map(({ key, segment }) => {
    if (segment.kind === 'text') return <Fragment key={key}>{segment.text}</Fragment>;
    const { tex, display, source } = segment;
    const formula = { tex, display, source };
    return (
      <Suspense key={key} fallback={<PlainFormula {...formula} />}>
        <Formula {...formula} />
      </Suspense>
    );
  });
}
