import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_FORMULA_LENGTH, splitMath } from '../../../../src/format/tex/split-math.ts';

/** What texts made to be awkward consist of. */
const PIECES = [
  ' ',
  '\n',
  '\n\n',
  '\ud83d',
  'and of the',
  ...String.raw`$ $$ \ \( \) \[ \] \$ { } x 7 ^ \alpha \begin{align} \end{align} \end{gather}`.split(
    ' ',
  ),
];

/** Formulas in square brackets (double when displayed), text as it is shown. */
const outline = (text: string): string =>
  splitMath(text)
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      return segment.display ? `[[${segment.tex}]]` : `[${segment.tex}]`;
    })
    .join('');

describe('splitMath', () => {
  test.each([
    ['a net of width $n$', 'a net of width [n]'],
    ['$D^2$: Training', '[D^2]: Training'],
    ['MF$^2$-Net', 'MF[^2]-Net'],
    ['$$ x = y $$ holds', '[[ x = y ]] holds'],
    [String.raw`so \(x\) and \[y\] hold`, 'so [x] and [[y]] hold'],
    [String.raw`\begin{align}a &= b\end{align}`, String.raw`[[\begin{align}a &= b\end{align}]]`],
    ['$a$$b$', '[a][b]'],
    [String.raw`$\$5$`, String.raw`[\$5]`],
    [String.raw`256$\times$256 in ($\pm$0.1)`, String.raw`256[\times]256 in ([\pm]0.1)`],
    ['at $<$5 ms', 'at [<]5 ms'],
    ['the set $ x_1 $ of', 'the set [ x_1 ] of'],
    ['the $ n $ of', 'the [ n ] of'],
    ['$3 D$ and $f(x) = max(min(x, 1), 0)$', '[3 D] and [f(x) = max(min(x, 1), 0)]'],
  ])('finds formulas in %j', (text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  test.each([
    'costs $5 and $10',
    'between $5-$10 a month',
    'a $10,000 prize, or US$ 3 each',
    'one $ alone',
    'restaurants ($$, $$$)',
    'an unbalanced $x',
    'an unbalanced $$x and more',
    String.raw`an unbalanced \(x, then \[y`,
    String.raw`\(a \(b`,
    'over $x\n\ny$ a paragraph',
    '$the words between two signs$',
    `$${'x'.repeat(MAX_FORMULA_LENGTH + 1)}$`,
    String.raw`\begin{align}a\end{gather}`,
    String.raw`\\(not a formula\\)`,
    '$$',
    '$$$$',
    '',
  ])('leaves %j as text', (text) => {
    expect(outline(text)).toBe(text);
    expect(splitMath(text).every((segment) => segment.kind === 'text')).toBe(true);
  });

  test('shows an escaped dollar and keeps its source', () => {
    expect(splitMath(String.raw`pay \$5 or $x$`)).toEqual([
      { kind: 'text', text: 'pay $5 or ', source: String.raw`pay \$5 or ` },
      { kind: 'math', tex: 'x', display: false, source: '$x$' },
    ]);
  });

  test('brackets are text where they are Markdown escapes', () => {
    const text = String.raw`\[note\] $x$`;
    expect(splitMath(text, { brackets: false }).map((segment) => segment.source)).toEqual([
      String.raw`\[note\] `,
      '$x$',
    ]);
  });

  test('the sources give the text back', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const segments = splitMath(text);
        expect(segments.map((segment) => segment.source).join('')).toBe(text);
        expect(segments.every((segment) => segment.source !== '')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('reads a megabyte of delimiters in linear time', { timeout: 60_000 }, () => {
    for (const unit of [
      '$',
      '$$ ',
      '$x ',
      '\\(',
      '\\[',
      '\\begin{align}',
      '\\end{align}$',
      '\\$',
    ]) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(
        splitMath(text)
          .map((segment) => segment.source)
          .join(''),
      ).toBe(text);
    }
  });
});
