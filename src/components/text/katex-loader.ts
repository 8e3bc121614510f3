/** The only module that imports KaTeX: load it with `import()`, so that it is a chunk of its own. */
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** A formula and what to show where it cannot be drawn. */
export type FormulaSource = {
  readonly tex: string;
  readonly display: boolean;
  /** The formula as the text has it, with its delimiters. */
  readonly source: string;
  /** Tried when `tex` is not valid. */
  readonly otherTex?: string;
};

/** Expansions of macros in one formula; the longest real ones need some dozens. */
const MAX_EXPANSIONS = 200;
const MAX_SIZE_EM = 20;

/** Unknown commands in one formula that are read as words. */
const MAX_UNKNOWN = 12;

/**
 * KaTeX writes style attributes for `\pmb`, `\fcolorbox` and `\vec`, which the content policy
 * forbids, and does not know `\label`, which has nothing to show.
 */
const MACROS: Readonly<Record<string, string>> = {
  '\\pmb': '\\boldsymbol{#1}',
  '\\fcolorbox': '\\@secondoftwo{#1#2}{\\boxed{\\text{#3}}}',
  '\\label': '\\@secondoftwo{#1}{}',
  '\\vec': '\\overrightarrow{#1}',
};

/** A command of MathJax, which arXiv shows abstracts with. */
const UNICODE_COMMAND = /\\unicode\{x([\da-f]{1,6})\}/gi;
/** In TeX a comment, but in an abstract always a forgotten backslash. */
const BARE_PERCENT = /(^|[^\\])%/g;
const UNKNOWN_COMMAND = /^Undefined control sequence: \\([A-Za-z]+)$/;

/**
 * Draws one formula; false, with the element in any state, where it is not valid. A command that
 * KaTeX does not know is drawn as its name. (KaTeX would do so itself with `throwOnError: false`,
 * but writes a style attribute for formulas that are not valid.)
 */
function drawTex(element: HTMLElement, tex: string, displayMode: boolean): boolean {
  const readable = tex.replace(UNICODE_COMMAND, '\\char"$1 ').replace(BARE_PERCENT, '$1\\%');
  const macros: Record<string, string> = { ...MACROS };
  for (let unknown = 0; unknown <= MAX_UNKNOWN; unknown += 1) {
    try {
      katex.render(readable, element, {
        displayMode,
        throwOnError: true,
        trust: false,
        strict: 'ignore',
        maxExpand: MAX_EXPANSIONS,
        maxSize: MAX_SIZE_EM,
        output: 'htmlAndMathml',
        // A copy, so that a definition in the formula ends with it.
        macros: { ...macros },
      });
      return true;
    } catch (error) {
      // Not every error is a ParseError: deep nesting exhausts the stack.
      const message = error instanceof katex.ParseError ? error.rawMessage : '';
      const name = UNKNOWN_COMMAND.exec(message)?.[1];
      if (name === undefined) return false;
      macros[`\\${name}`] = `\\text{${name}}`;
    }
  }
  return false;
}

/**
 * Fills an element with a drawn formula, or with its source in `<code class="math-error">` when it
 * is not valid TeX. Builds the DOM node by node, with styles set through the CSSOM, so that no HTML
 * is parsed and `style-src 'self'` is kept, with one exception: on the SVG of delimiters taller
 * than three lines KaTeX writes a style attribute, which the policy then refuses, and which says no
 * more than the box around it does. Never throws.
 */
export function drawFormula(element: HTMLElement, formula: FormulaSource): void {
  if (drawTex(element, formula.tex, formula.display)) return;
  const { otherTex } = formula;
  if (otherTex !== undefined && drawTex(element, otherTex, formula.display)) return;
  const code = document.createElement('code');
  code.className = 'math-error';
  code.textContent = formula.source;
  element.replaceChildren(code);
}
