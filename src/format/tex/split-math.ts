/** A piece of a text; the `source`s of all pieces, joined, are the text. */
export type MathSegment =
  | { readonly kind: 'text'; readonly text: string; readonly source: string }
  | {
      readonly kind: 'math';
      readonly tex: string;
      readonly display: boolean;
      readonly source: string;
    };

export type SplitOptions = {
  /** `\(..\)` and `\[..\]` are formulas. False in Markdown, where they are escapes. */
  readonly brackets: boolean;
};

/** What lies between two delimiters farther apart than this is text, in UTF-16 units. */
export const MAX_FORMULA_LENGTH = 2_000;

type Mark =
  | { readonly kind: '$' | '(' | ')' | '[' | ']'; readonly at: number; readonly end: number }
  | {
      readonly kind: 'begin' | 'end';
      readonly name: string;
      readonly at: number;
      readonly end: number;
    };

type Span = {
  readonly at: number;
  readonly end: number;
  readonly tex: string;
  readonly display: boolean;
  /** Index of the first mark behind the formula. */
  readonly next: number;
};

const ENVIRONMENT = /\\(begin|end)\{((?:equation|align|alignat|gather|multline|eqnarray)\*?)\}/y;

function findMarks(text: string, brackets: boolean): Mark[] {
  const marks: Mark[] = [];
  const special = /[\\$]/g;
  for (let hit = special.exec(text); hit; hit = special.exec(text)) {
    const at = hit.index;
    if (hit[0] === '$') {
      marks.push({ kind: '$', at, end: at + 1 });
      continue;
    }
    const next = text[at + 1];
    special.lastIndex = at + 2;
    if (brackets && (next === '(' || next === ')' || next === '[' || next === ']')) {
      marks.push({ kind: next, at, end: at + 2 });
    } else if (next === 'b' || next === 'e') {
      ENVIRONMENT.lastIndex = at;
      const environment = ENVIRONMENT.exec(text);
      if (!environment) continue;
      const kind = environment[1] === 'begin' ? 'begin' : 'end';
      marks.push({ kind, name: environment[2] ?? '', at, end: ENVIRONMENT.lastIndex });
      special.lastIndex = ENVIRONMENT.lastIndex;
    }
  }
  return marks;
}

/**
 * First mark at or behind an index that passes a test. Askers come with growing indexes, so the
 * last answer is kept and all searches together read the marks once.
 */
function forwardSearch(
  marks: readonly Mark[],
  passes: (mark: Mark, index: number) => boolean,
): (from: number) => number {
  let answer = -1;
  return (from) => {
    if (answer >= from) return answer;
    answer = from;
    for (; answer < marks.length; answer += 1) {
      const mark = marks[answer];
      if (mark && passes(mark, answer)) break;
    }
    return answer;
  };
}

const TEX_SIGNS = /\\[A-Za-z,;!{}]|[\^_]/;
const BLANK_LINE = /\n[^\S\n]*\n/;
const WORDS = /\p{L}{3,}/gu;

const isWithinBounds = (tex: string): boolean =>
  tex.length <= MAX_FORMULA_LENGTH && /\S/.test(tex) && !BLANK_LINE.test(tex);

/** Words without a TeX sign: what stands between two prices, not a formula. */
function isProse(tex: string): boolean {
  if (!/\s/.test(tex)) return false;
  if (/^\s*\d/.test(tex)) return /\p{L}{2,}/u.test(tex);
  return !/[=+<>]/.test(tex) && (tex.match(WORDS)?.length ?? 0) >= 2;
}

/**
 * Pandoc's rule for one dollar (nothing blank inside the dollars, no digit behind the second),
 * loosened where a TeX sign makes the formula certain: `256$\times$256`, `$ x_1 $`.
 */
function isInlineFormula(tex: string, following: string): boolean {
  if (!isWithinBounds(tex)) return false;
  if (TEX_SIGNS.test(tex)) return true;
  if (isProse(tex)) return false;
  if (/^\s|\s$/.test(tex)) return /^\s*\p{L}\s*$/u.test(tex);
  return !/^\d/.test(following) || /^[^\s\d]{1,3}$/.test(tex);
}

function isDisplayFormula(tex: string): boolean {
  if (!isWithinBounds(tex)) return false;
  if (TEX_SIGNS.test(tex)) return true;
  return /[\p{L}\p{N}]/u.test(tex) && !isProse(tex) && !/^\s*(?:and|or|to)\s*$/.test(tex);
}

function planSpans(text: string, marks: readonly Mark[]): Span[] {
  const isPair = (mark: Mark, index: number): boolean => {
    const next = marks[index + 1];
    return mark.kind === '$' && next?.kind === '$' && next.at === mark.end;
  };
  const nextDollar = forwardSearch(marks, (mark) => mark.kind === '$');
  const nextPair = forwardSearch(marks, isPair);
  const nextRound = forwardSearch(marks, (mark) => mark.kind === '(' || mark.kind === ')');
  const nextSquare = forwardSearch(marks, (mark) => mark.kind === '[' || mark.kind === ']');
  const nextEdge = forwardSearch(marks, (mark) => mark.kind === 'begin' || mark.kind === 'end');

  /** The nearest delimiter of the same sort decides: no backtracking, so the time is linear. */
  const spanAt = (index: number): Span | undefined => {
    const open = marks[index];
    if (!open) return undefined;
    const upTo = (closing: number, isLast: (mark: Mark) => boolean): Mark | undefined => {
      const close = marks[closing];
      return close && isLast(close) ? close : undefined;
    };
    switch (open.kind) {
      case '$': {
        if (isPair(open, index)) {
          const closing = nextPair(index + 2);
          const close = marks[closing];
          const tex = close && text.slice(open.at + 2, close.at);
          if (!close || tex === undefined || !isDisplayFormula(tex)) return undefined;
          return { at: open.at, end: close.at + 2, tex, display: true, next: closing + 2 };
        }
        const closing = nextDollar(index + 1);
        const close = marks[closing];
        const tex = close && text.slice(open.end, close.at);
        if (!close || tex === undefined) return undefined;
        if (!isInlineFormula(tex, text.slice(close.end, close.end + 1))) return undefined;
        return { at: open.at, end: close.end, tex, display: false, next: closing + 1 };
      }
      case '(':
      case '[': {
        const isRound = open.kind === '(';
        const closing = (isRound ? nextRound : nextSquare)(index + 1);
        const close = upTo(closing, (mark) => mark.kind === (isRound ? ')' : ']'));
        const tex = close && text.slice(open.end, close.at);
        if (!close || tex === undefined || !isWithinBounds(tex)) return undefined;
        return { at: open.at, end: close.end, tex, display: !isRound, next: closing + 1 };
      }
      case 'begin': {
        const closing = nextEdge(index + 1);
        const close = upTo(closing, (mark) => mark.kind === 'end' && mark.name === open.name);
        const tex = close && text.slice(open.at, close.end);
        if (!close || tex === undefined || !isWithinBounds(tex)) return undefined;
        return { at: open.at, end: close.end, tex, display: true, next: closing + 1 };
      }
      case ')':
      case ']':
      case 'end':
        return undefined;
    }
  };

  const spans: Span[] = [];
  for (let index = 0; index < marks.length;) {
    const span = spanAt(index);
    const mark = marks[index];
    if (span) spans.push(span);
    if (span) index = span.next;
    else index += mark && isPair(mark, index) ? 2 : 1;
  }
  return spans;
}

const showDollars = (source: string): string =>
  source.includes('\\$')
    ? source.replace(/\\([\\$])/g, (pair, character) => (character === '$' ? '$' : pair))
    : source;

const textSegment = (source: string): MathSegment => ({
  kind: 'text',
  text: showDollars(source),
  source,
});

/**
 * Splits a text at its formulas: `$..$`, `$$..$$`, `\(..\)`, `\[..\]` and display environments
 * such as `\begin{align}`. Prices stay text ("$5 and $10"), as do unbalanced delimiters, formulas
 * over a blank line and those longer than MAX_FORMULA_LENGTH. `\$` is a dollar sign: `text` shows
 * it without the backslash, `source` as it stood. `tex` is what lies between the delimiters,
 * unchecked. An empty text has no segments. Linear in the length of the text.
 */
export function splitMath(
  text: string,
  { brackets }: SplitOptions = { brackets: true },
): MathSegment[] {
  const marks = findMarks(text, brackets);
  const segments: MathSegment[] = [];
  let from = 0;
  for (const { at, end, tex, display } of planSpans(text, marks)) {
    if (at > from) segments.push(textSegment(text.slice(from, at)));
    segments.push({ kind: 'math', tex, display, source: text.slice(at, end) });
    from = end;
  }
  if (from < text.length) segments.push(textSegment(text.slice(from)));
  return segments;
}
