import { expect, test } from 'vitest';
import {
  protectMath,
  restoreMath,
  splitMarks,
} from '../../../../src/components/text/protect-math.ts';

const raw = String.raw;
const texOf = (markdown: string): string[] =>
  protectMath(markdown).formulas.map((formula) => formula.tex);

test.each([
  [raw`the $x\_{1}$ and $G^{\*}$`, ['x_{1}', 'G^{*}']],
  [raw`$\left\(a\right\)$`, [raw`\left(a\right)`]],
  [raw`$X=\\{x_1\\}$`, [raw`X=\{x_1\}`]],
  [raw`$a \\\\ b$ $a \\ b$`, [raw`a \\ b`, raw`a \\ b`]],
  ['in `$HOME` or `$x$` but $y$', ['y']],
  ['```\n$x$\n```\n\n$y$', ['y']],
  ['~~~ sh\n$x$\n~~~\n$y$', ['y']],
  ['```\n$never$ closed', []],
  ["``quoted'' $x$\n\nand ``again'' $y$", ['x', 'y']],
  ['$$\nx\n$$\n\n$$ y $$', ['\nx\n', ' y ']],
  [raw`\[*note*\] costs $5 and $6`, []],
  ['plain', []],
])('in %j the formulas are %j', (markdown, expected) => {
  expect(texOf(markdown)).toEqual(expected);
});

test('what was taken out can be put back', () => {
  const source = raw`a $x\_1$ b $$y$$`;
  const { markdown, formulas } = protectMath(source);
  expect(markdown).not.toContain('$');
  expect(restoreMath(markdown, formulas)).toBe(source);
  expect(splitMarks(markdown)).toEqual(['a ', 0, ' b ', 1, '']);
});

test('marks in the text itself do not count', () => {
  expect(protectMath('\ufdd00\ufdd1 $x$').markdown.startsWith('0 ')).toBe(true);
});
