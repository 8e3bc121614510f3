import { plainFormula } from './plain-formula.ts';
import { splitMath } from './split-math.ts';

/**
 * A cleaned text with its formulas in plain Unicode (`$D^2$: Training` is "D²: Training"), for
 * document titles, sorting, link cards and wherever no formula can be drawn. Expects the output of
 * cleanText: TeX outside formulas is left as it stands.
 */
export function plainTitle(text: string): string {
  return splitMath(text)
    .map((segment) => (segment.kind === 'math' ? plainFormula(segment.tex) : segment.text))
    .join('');
}
