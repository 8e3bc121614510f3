import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainFormula } from '../../../../src/format/tex/plain-formula.ts';
import { plainTitle } from '../../../../src/format/tex/plain-title.ts';

/** What texts made to be awkward consist of. */
const PIECES = [
  ' ',
  '\ud83d',
  '\ude00',
  'xd800',
  'x',
  '2',
  ...String.raw`^ _ { } \ \frac \sqrt [ ] \hat \text \left . \mathbb \unicode \constructor $`.split(
    ' ',
  ),
];

const raw = String.raw;

describe('plainTitle', () => {
  test.each([
    ['$D^2$: Sharding', 'D²: Sharding'],
    [raw`On $\ell_0$ Penalties`, 'On ℓ₀ Penalties'],
    [raw`Mobi-$\pi$`, 'Mobi-π'],
    [raw`256$\times$256`, '256×256'],
    ['Two-P$^2$A', 'Two-P²A'],
    ['Trans${^2}$-Scan', 'Trans²-Scan'],
    [raw`The $\texttt{[PAD]}$ Token`, 'The [PAD] Token'],
    [raw`$\text{M}^{\text{3}}$ World`, 'M³ World'],
    [raw`\$5 or $x$`, '$5 or x'],
    ['no formula', 'no formula'],
    ['', ''],
  ])('%j reads %j', (text, expected) => {
    expect(plainTitle(text)).toBe(expected);
  });
});

describe('plainFormula', () => {
  test.each([
    [raw`\boldsymbol{\ell_p}`, 'ℓₚ'],
    [raw`\mathbf{2^{nd}}`, '2ⁿᵈ'],
    [raw`A^\text{T}A`, 'AᵀA'],
    [raw`{\rm P{\small ROOF}}`, 'PROOF'],
    [raw`D_K`, 'D_K'],
    [raw`\ell_{2,p}`, 'ℓ_(2,p)'],
    [raw`\mathbb{R}^{d \times k}`, 'ℝ^(d × k)'],
    [raw`x \in X`, 'x ∈ X'],
    [raw`\alpha x + \beta`, 'αx + β'],
    [raw`360^\circ`, '360°'],
    [raw`\frac{1}{2}`, '1/2'],
    [raw`\frac{a+b}{2}`, '(a+b)/2'],
    [raw`\sqrt{n}`, '√n'],
    [raw`\sqrt[3]{x+y}`, '³√(x+y)'],
    [raw`\hat{x}`, 'x̂'],
    [raw`\mathcal{O}(n \log n)`, 'O(n log n)'],
    [raw`\left\{ x \right\}`, '{ x }'],
    [raw`\unicode{x2013}`, '–'],
    [raw`f'`, 'f′'],
    [raw`\infty`, '∞'],
    [raw`\method_1`, 'method₁'],
    [raw`x \text{ if } y`, 'x if y'],
    [raw`10{,}000`, '10,000'],
    [raw`}x}}y`, 'xy'],
    [raw`\frac`, '/'],
    ['', ''],
    ['\\', ''],
  ])('%j reads %j', (tex, expected) => {
    expect(plainFormula(tex)).toBe(expected.normalize('NFC'));
  });

  test('reads anything', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (parts) => {
        expect(plainFormula(parts.join(''))).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('deep nesting within the longest formula does not overflow', () => {
    for (const unit of ['{', '^{', '\\hat{', '\\frac', '^^', '\\text']) {
      const tex = unit.repeat(2_000 / unit.length);
      expect(() => plainFormula(tex)).not.toThrow();
    }
  });
});
