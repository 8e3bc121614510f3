import { plainTitle } from '../../format/tex/plain-title.ts';

// Letters that no decomposition turns into the ones that people type for them.
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

const NOT_ASCII = /[^\p{ASCII}]/u;
const MARKS = /\p{M}+/gu;
const SPELLED = new RegExp(`[${Object.keys(SPELLED_OUT).join('')}]`, 'gu');
const DASHES = /[\u2010\u2011\u2212]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;

/**
 * A text as its words are compared: formulas as plain Unicode, compatibility-decomposed without
 * combining marks, Greek letters by name, in lower case, one dash and one apostrophe.
 */
export function foldText(text: string): string {
  const plain = text.includes('$') ? plainTitle(text) : text;
  if (!NOT_ASCII.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(APOSTROPHES, "'")
    .replace(SPELLED, (letter) => SPELLED_OUT[letter] ?? letter);
}
