import { plainFormula } from '../../format/tex/plain-formula.ts';
import { splitMath } from '../../format/tex/split-math.ts';
import { letterSymbol, operatorSymbol } from '../../format/tex/symbols.ts';
import { escapeTex } from './escape-tex.ts';

/** Signs of plain LaTeX's mathematics, by their commands. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi ' +
    'rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma ' +
    'Upsilon Phi Psi Omega ell hbar nabla partial infty emptyset forall exists sum prod int prime top bot ' +
    'angle triangle star circ surd langle rangle lfloor rfloor lceil rceil clubsuit diamondsuit ' +
    'heartsuit spadesuit flat sharp natural mp ast oplus ominus otimes odot wedge vee cap cup setminus in ni ' +
    'subset supset subseteq supseteq le ge ll gg ne equiv sim simeq approx cong propto prec succ preceq ' +
    'succeq parallel mid leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow mapsto ' +
    'updownarrow nearrow searrow cdots vdots ddots vdash models bowtie'
  ).split(' '),
);

let commands: ReadonlyMap<string, string> | null = null;

/** What pdfLaTeX reads as it is, with the fonts and encodings that it begins with. */
const KNOWN =
  /[\n -~\u00a1-\u00aa\u00ac\u00ae-\u00ba\u00bc-\u00cf\u00d1-\u00dd\u00df-\u00ef\u00f1-\u00fd\u00ff\u0100-\u0103\u0106-\u010f\u0112-\u0117\u011a-\u0125\u0128-\u012d\u0130-\u0137\u0139-\u013e\u0141-\u0148\u014c-\u0165\u0168-\u0171\u0174-\u017e\u2010-\u2016\u2018\u2019\u201c\u201d\u2020-\u2022\u2026\u2030\u203b\u20ac\u2122\u2190-\u2193]/u;
/** Marks of direction, joiners and the like: nothing to see. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;

/** Look-alikes of signs that have a command or stand on keyboards. */
const SAME: Readonly<Record<string, string>> = {
  '\u2212': '$-$',
  '\u2206': '$\\Delta$',
  '\u03f5': '$\\epsilon$',
  '\u00a0': '~',
  '\u00ab': '$\\ll$',
  '\u00bb': '$\\gg$',
  '\u201e': ',,',
  '\u201a': ',',
};

/** Shows a character where the engine knows Unicode, and its number where it does not (pdfLaTeX). */
export const UNICODE_MACRO =
  '\\providecommand{\\unicodeor}[2]{\\ifdefined\\Umathchar#1\\else#2\\fi}';

/**
 * Text as LaTeX reads it without packages: TeX's own signs escaped, Greek letters and signs of mathematics
 * as commands.
 *
 * @param writeOther writes a character that pdfLaTeX stops at; by default through `UNICODE_MACRO`.
 */
export function encodeTexText(text: string, writeOther = throughMacro): string {
  return Array.from(text, (character) => encodeCharacter(character, writeOther)).join('');
}

/**
 * A text with formulas: those stay that LaTeX can be trusted to set without packages, others become text.
 * What others wrote could otherwise read files into a person's paper, or stop it.
 */
export function encodeTexTitle(title: string, writeOther = throughMacro): string {
  return splitMath(title)
    .map((segment) => {
      if (segment.kind === 'text') return encodeTexText(segment.text, writeOther);
      return isPlainMath(segment.tex)
        ? `$${segment.tex}$`
        : encodeTexText(plainFormula(segment.tex), writeOther);
    })
    .join('');
}

/** Commands of formulas beside the signs: each sets what follows and does nothing else. */
const FORMULA_COMMANDS = new Set(
  (
    'mathbf mathrm mathcal mathit mathsf mathtt frac sqrt hat bar tilde vec dot ddot widehat widetilde overline ' +
    'underline log exp max min sup inf lim sin cos tan ldots dots cdot quad prime'
  ).split(' '),
);

/** Whether a formula has nothing but printable ASCII, balanced braces, one script a place, and known commands. */
function isPlainMath(tex: string): boolean {
  if (!/^[ -~]+$/.test(tex) || /[$%#&~"]|\^\^|\\$/.test(tex)) return false;
  for (const [, command = ''] of tex.matchAll(/\\([a-zA-Z]+|.)/g)) {
    const isSign = /^[,;:! {}_|]$/.test(command);
    if (!isSign && !FORMULA_COMMANDS.has(command) && !NAMES.has(command)) return false;
  }
  let depth = 0;
  for (const sign of tex.replace(/\\./g, '').match(/[{}]/g) ?? []) {
    depth += sign === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  // Two scripts at one place, or one without anything behind it, stop TeX.
  const scripts = tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}\s]/g, '');
  return depth === 0 && !/[_^]([_^]|$)|[_^].[_^].[_^]|_.'*_|\^.'*\^|'\^/.test(scripts);
}

function encodeCharacter(
  character: string,
  writeOther: (character: string, codePoint: string) => string,
): string {
  if (character === '±') return '$\\pm$';
  if (KNOWN.test(character)) return escapeTex(character);
  const same = SAME[character];
  if (same !== undefined) return same;
  const command = commandOf(character);
  if (command !== undefined) return `$\\${command}$`;
  if (INVISIBLE.test(character)) return '';
  const plain = character.normalize('NFKC');
  if (plain !== character && Array.from(plain).every((one) => KNOWN.test(one)))
    return escapeTex(plain);
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return writeOther(character, `U+${number}`);
}

function throughMacro(character: string, codePoint: string): string {
  return `\\unicodeor{${character}}{${codePoint}}`;
}

function commandOf(character: string): string | undefined {
  commands ??= new Map(
    [...NAMES].toReversed().flatMap((name) => {
      const sign = letterSymbol(name) ?? operatorSymbol(name);
      return sign === undefined ? [] : [[sign, name] as const];
    }),
  );
  return commands.get(character);
}
