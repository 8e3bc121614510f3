import { isMathAccent, mathAccented } from './accents.ts';
import { subscript, superscript } from './scripts.ts';
import { MAX_FORMULA_LENGTH } from './split-math.ts';
import { isFunctionName, letterSymbol, operatorSymbol, textLetter, textPhrase } from './symbols.ts';

const WRAPPERS = new Set(
  (
    'text textrm textbf textit texttt textsf textsc textup textnormal mbox hbox emph ' +
    'mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb ' +
    'operatorname underline boxed overbrace underbrace phantom mathop mathbin mathrel mathord'
  ).split(' '),
);
/** Commands that only change the look or the spacing. */
const SILENT = new Set(
  (
    'left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr rm bf it tt ' +
    'sf sc cal em tiny small footnotesize normalsize large Large displaystyle textstyle ' +
    'scriptstyle limits nolimits nonumber notag'
  ).split(' '),
);
const SPACES = new Set(['quad', 'qquad', 'space', 'hfill']);
const DOUBLE_STRUCK: Readonly<Record<string, string>> = {
  A: '𝔸',
  C: 'ℂ',
  E: '𝔼',
  F: '𝔽',
  H: 'ℍ',
  I: '𝕀',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  S: '𝕊',
  T: '𝕋',
  Z: 'ℤ',
  '1': '𝟙',
};

const isSingle = (text: string): boolean => [...text.normalize('NFC')].length === 1;
const grouped = (text: string): string =>
  text === '' || isSingle(text) || /^[\p{L}\p{N}.]+$/u.test(text) ? text : `(${text})`;

/** Reads one formula. Every method consumes from `#at` on; the depth is bounded by its length. */
class PlainFormula {
  readonly #tex: string;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** Reads to the end, over closing braces that close nothing. */
  all(): string {
    let out = '';
    while (this.#at < this.#tex.length) out += this.#sequence();
    return out;
  }

  /** Reads until the brace that closes the group, or to the end. */
  #sequence(): string {
    let out = '';
    while (this.#at < this.#tex.length) {
      const character = this.#tex[this.#at];
      if (character === '}') {
        this.#at += 1;
        break;
      }
      if (character === '^' || character === '_') {
        this.#at += 1;
        out += this.#script(character);
      } else {
        out += this.#atom(out);
      }
    }
    return out;
  }

  /** One group, command or character. `before` tells operators whether a blank stands there. */
  #atom(before: string): string {
    const character = this.#tex[this.#at] ?? '';
    if (character === '\\') return this.#command(before);
    this.#at += 1;
    if (character === '{') return this.#sequence();
    if (character === "'") return '′';
    if (character === '~' || character === '&') return ' ';
    if (character === '$') return '';
    if (character >= '\ud800' && character <= '\udbff') {
      this.#at += 1;
      return character + (this.#tex[this.#at - 1] ?? '');
    }
    return character;
  }

  #argument(): string {
    this.#skipBlanks();
    if (this.#tex[this.#at] === '}') return '';
    return this.#atom('').trim();
  }

  #optionalArgument(): string {
    const match = /\s*\[([^\]{}\\]*)\]/y;
    match.lastIndex = this.#at;
    const hit = match.exec(this.#tex);
    if (!hit) return '';
    this.#at = match.lastIndex;
    return hit[1] ?? '';
  }

  #skipBlanks(): boolean {
    const from = this.#at;
    while (/\s/.test(this.#tex[this.#at] ?? '')) this.#at += 1;
    return this.#at > from;
  }

  #script(sign: '^' | '_'): string {
    const content = this.#argument();
    if (content === '') return '';
    const raised = sign === '^' ? superscript(content) : subscript(content);
    if (raised !== undefined) return raised;
    return sign === '^' && /^[∘°⊤†‡⋆★∗*′]$/u.test(content) ? content : sign + grouped(content);
  }

  #command(before: string): string {
    const name = /\\([A-Za-z]+)\*?/y;
    name.lastIndex = this.#at;
    const hit = name.exec(this.#tex);
    if (!hit) return this.#sign();
    this.#at = name.lastIndex;
    return this.#named(hit[1] ?? '', before);
  }

  #sign(): string {
    const sign = this.#tex[this.#at + 1] ?? '';
    this.#at += 2;
    if (sign === '\\' || /[\s,;:>]/.test(sign)) return ' ';
    if (sign === '|') return '‖';
    return sign === '!' || sign === '-' || sign === '/' ? '' : sign;
  }

  #named(name: string, before: string): string {
    const letter = letterSymbol(name) ?? textLetter(name);
    if (letter !== undefined) {
      this.#skipBlanks();
      return letter;
    }
    const operator = operatorSymbol(name);
    if (operator !== undefined) {
      // A blank on one side of the source is one on both: `x \in X`, but `256\times256`.
      const hasBlank = this.#skipBlanks() && /\s$/.test(before);
      return hasBlank ? `${operator} ` : operator;
    }
    if (isMathAccent(name)) {
      const base = this.#argument();
      return (isSingle(base) ? mathAccented(name, base) : undefined) ?? base;
    }
    if (isFunctionName(name)) {
      const hasBlank = this.#skipBlanks() || /[\\\p{L}\p{N}]/u.test(this.#tex[this.#at] ?? '');
      return (/[\p{L}\p{N}]$/u.test(before) ? ' ' : '') + name + (hasBlank ? ' ' : '');
    }
    if (WRAPPERS.has(name)) return this.#wrapped();
    if (SPACES.has(name)) return ' ';
    if (SILENT.has(name)) {
      this.#skipBlanks();
      // `\left.` is a delimiter that is not there.
      if ((name === 'left' || name === 'right') && this.#tex[this.#at] === '.') this.#at += 1;
      return '';
    }
    return this.#special(name);
  }

  /** Text in a text command keeps its blanks at the edges: `x \text{ if } y`. */
  #wrapped(): string {
    this.#skipBlanks();
    return this.#tex[this.#at] === '}' ? '' : this.#atom('');
  }

  #special(name: string): string {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'nicefrac': {
        const above = grouped(this.#argument());
        return `${above}/${grouped(this.#argument())}`;
      }
      case 'binom':
        return `(${this.#argument()} ${this.#argument()})`;
      case 'sqrt': {
        const root = this.#optionalArgument();
        return `${superscript(root) ?? ''}√${grouped(this.#argument())}`;
      }
      case 'mathbb':
      case 'mathds': {
        const letters = this.#argument();
        return Object.hasOwn(DOUBLE_STRUCK, letters) ? (DOUBLE_STRUCK[letters] ?? '') : letters;
      }
      case 'unicode': {
        const code = parseInt(this.#argument().replace(/^x/, ''), 16);
        return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      }
      case 'textsuperscript':
        return this.#script('^');
      case 'textsubscript':
        return this.#script('_');
      case 'begin':
      case 'end':
      case 'label':
      case 'tag':
        this.#argument();
        return '';
      case 'color':
        this.#argument();
        return '';
      case 'textcolor':
      case 'colorbox':
        this.#argument();
        return this.#wrapped();
      default:
        this.#skipBlanks();
        return textPhrase(name) ?? name;
    }
  }
}

/**
 * A formula in plain Unicode, as near to its look as one line allows: `\ell_0` is ℓ₀, `x^{ab}` is
 * xᵃᵇ, `R^{d \times k}` is R^(d × k), `\frac{a}{b}` is a/b. Fonts and braces are dropped, an
 * unknown command reads as its name. For reading and sorting only: the formula cannot be had back.
 * What is longer than MAX_FORMULA_LENGTH comes back unchanged.
 */
export function plainFormula(tex: string): string {
  if (tex.length > MAX_FORMULA_LENGTH) return tex;
  const out = new PlainFormula(tex).all();
  return out
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
