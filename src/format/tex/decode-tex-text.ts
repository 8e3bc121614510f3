import { accented, accentedAsOne } from './accents.ts';
import { superscript, subscript } from './scripts.ts';
import { letterSymbol, operatorSymbol, textLetter, textPhrase } from './symbols.ts';

/** An open brace: what becomes of its content when it closes. */
type Frame =
  | { readonly kind: 'keep' | 'unwrap' }
  | {
      readonly kind: 'maybe' | 'drop-then-unwrap' | 'footnote' | 'raised' | 'lowered';
      readonly start: number;
    }
  | { readonly kind: 'link'; readonly start: number; readonly url: string };

const KEEP: Frame = { kind: 'keep' };
const UNWRAP: Frame = { kind: 'unwrap' };

const UNWRAPPED = new Set(
  (
    'textit emph textbf texttt textsc textrm textsf textsl textup textmd textnormal text mbox ' +
    'underline uline ul uppercase mathrm mathbf mathit mathsf mathtt mathcal mathbb boldsymbol enquote'
  ).split(' '),
);
/** Switches of size and face that stand alone: they end at the next blank. */
const SWITCH =
  /^(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|em|bf|it|tt|sc|rm|bfseries|itshape|noindent)$/;
const DROPPED = /^(?:(?:paren|text|auto|foot)?cite[a-z]*|label|vspace|hspace)$/i;

const NAME = /[A-Za-z]+/y;
const FONT_SWITCH =
  /\{\s*\\(?:em|it|bf|tt|sc|sl|rm|sf|tiny|small|footnotesize|large|Large|itshape|bfseries|ttfamily|scshape)(?![A-Za-z])\s*/y;
const ADDRESS_ARGUMENT = /\s*\{\s*((?:[^\s{}\\]|\\[_%#&~$])*)\s*\}/y;
const SHORT_ARGUMENT = /\s*\*?(?:\[[^[\]{}\\]{0,80}\])?\{[^{}\\]{0,300}\}/y;
const UNICODE_ARGUMENT = /\{x([\da-fA-F]{1,6})\}/y;
const ACCENT_ARGUMENT = /(?:\{\s*(?:\\([ij])|(\p{L}))\s*\}|\\([ij])(?![A-Za-z])|(\p{L}))/uy;
const LETTER_ARGUMENT = /\s*\{\s*(?:\\([ij])|([A-Za-z]+))\s*\}/y;
const LOOSE_LETTER = /\s+([A-Za-z])/y;
const BARE_ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)(?:[^\s{}\\<>"]|\\[_%#&~$])*/y;
const CONTRACTION = /(?:s|t|d|m|ll|re|ve)(?!\p{L})/uy;
const BLANKS = /\s+/y;
const EMPTY_GROUP = /\{\}/y;
/** A `\"` where only a closing quotation mark can stand: the text was escaped as a string. */
const ESCAPED_QUOTE = /\\"(?=[\s,.;:)?!\]]|$)/;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const unescapeAddress = (address: string): string => address.replace(/\\([_%#&~$])/g, '$1');
const isAddress = (text: string): boolean => /^(?:https?:\/\/|ftp:\/\/|www\.|mailto:)/.test(text);
const isWordLike = (character: string): boolean =>
  /[\p{L}\p{M}\p{N})\]}.,;:$%"”’]/u.test(character);
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /\p{L}/u.test(character);

/**
 * Reads TeX text mode as a person would: accents, signs, dashes, quotation marks, ties, font
 * commands, links. Give it the text between formulas with `text`, the formulas with `verbatim`, in
 * order, and take the `result`; groups may span several calls. `\$` is kept, because whether it may
 * become a dollar depends on the whole. Commands it does not know stay as they stand, and so do
 * braces that belong to none it knows. Never throws; reads every character a fixed number of times.
 */
export class TexTextDecoder {
  readonly #isEscapedString: boolean;
  readonly #out: string[] = [];
  readonly #frames: Frame[] = [];
  #last = '';
  #openQuotes = 0;

  /** `whole` is the whole text, from which one fact is taken: whether `\"` means quotes in it. */
  constructor(whole: string) {
    this.#isEscapedString = ESCAPED_QUOTE.test(whole);
  }

  result(): string {
    return this.#out.join('');
  }

  verbatim(source: string): void {
    this.#emit(source);
  }

  text(text: string): void {
    const special = /[\\{}~`'"“”-]|(?<![\p{L}\p{N}])(?:https?:\/\/|ftp:\/\/|www\.)/gu;
    let from = 0;
    for (let hit = special.exec(text); hit; hit = special.exec(text)) {
      const at = hit.index;
      this.#emit(text.slice(from, at));
      from = this.#special(text, at);
      special.lastIndex = from;
    }
    this.#emit(text.slice(from));
  }

  #emit(piece: string): void {
    if (piece === '') return;
    this.#out.push(piece);
    this.#last = piece.slice(-1);
  }

  /** Handles the special character at an index and returns the index to go on from. */
  #special(text: string, at: number): number {
    switch (text[at]) {
      case '\\':
        return this.#command(text, at);
      case '{':
        return this.#open(text, at);
      case '}':
        return this.#close(text, at);
      case '~':
        this.#emit(isWordLike(this.#last) && text[at + 1] !== '/' ? ' ' : '~');
        return at + 1;
      case '-':
        return this.#dashes(text, at);
      case '`':
      case "'":
      case '"':
      case '“':
      case '”':
        return this.#quotes(text, at);
      default: {
        const address = matchAt(BARE_ADDRESS, text, at)?.[0] ?? text.slice(at, at + 1);
        this.#emit(unescapeAddress(address));
        return at + address.length;
      }
    }
  }

  #dashes(text: string, at: number): number {
    let end = at + 1;
    while (text[end] === '-') end += 1;
    const isOption = !/\S/.test(this.#last) && isLetter(text[end]);
    const length = end - at;
    if (length === 2 && !isOption) this.#emit('–');
    else if (length === 3 && !isOption) this.#emit('—');
    else this.#emit(text.slice(at, end));
    return end;
  }

  #quotes(text: string, at: number): number {
    const pair = text.slice(at, at + 2);
    if (pair === '``' && /\S/.test(text[at + 2] ?? '')) {
      this.#openQuotes += 1;
      this.#emit('“');
      return at + 2;
    }
    const character = text.slice(at, at + 1);
    const isStraight = pair === "''" || (character === '"' && /[^\s([{]/.test(this.#last));
    if (isStraight && this.#openQuotes > 0) {
      this.#openQuotes -= 1;
      this.#emit('”');
      return at + (character === '"' ? 1 : 2);
    }
    if (character === '“') this.#openQuotes += 1;
    else if (character === '”' && this.#openQuotes > 0) this.#openQuotes -= 1;
    this.#emit(character);
    return at + 1;
  }

  #open(text: string, at: number): number {
    const font = matchAt(FONT_SWITCH, text, at);
    if (font) {
      this.#frames.push(UNWRAP);
      return at + font[0].length;
    }
    if (text[at + 1] === '\\') {
      this.#frames.push({ kind: 'maybe', start: this.#out.length });
    } else {
      this.#frames.push(KEEP);
    }
    this.#emit('{');
    return at + 1;
  }

  #close(text: string, at: number): number {
    const frame = this.#frames.pop() ?? KEEP;
    switch (frame.kind) {
      case 'keep':
        this.#emit('}');
        break;
      case 'unwrap':
        break;
      case 'maybe':
        this.#closeMaybe(frame.start);
        break;
      case 'drop-then-unwrap':
        this.#take(frame.start);
        return this.#openArgument(text, at + 1, UNWRAP) ?? at + 1;
      case 'footnote': {
        const note = this.#take(frame.start);
        if (note !== '') this.#emit(` (${note})`);
        break;
      }
      case 'raised':
      case 'lowered': {
        const content = this.#take(frame.start);
        const script = frame.kind === 'raised' ? superscript : subscript;
        this.#emit((content.length <= 12 ? script(content) : undefined) ?? content);
        break;
      }
      case 'link': {
        const label = this.#take(frame.start);
        const { url } = frame;
        if (!isAddress(url)) this.#emit(label === '' ? url : label);
        else if (label === '' || label === 'this https URL') this.#emit(url);
        else this.#emit(isAddress(label) ? label : `${label} (${url})`);
        break;
      }
    }
    return at + 1;
  }

  /** `{\"i}` and `{\o}` are letters: their braces only ended the command. */
  #closeMaybe(start: number): void {
    if (this.#out.length - start <= 3) {
      const content = this.#out.slice(start + 1).join('');
      if (/^[^\\{}\s][\u0300-\u036f]?$/u.test(content)) {
        this.#out.length = start;
        this.#emit(content);
        return;
      }
    }
    this.#emit('}');
  }

  /** Takes back what was written since a frame opened. */
  #take(start: number): string {
    const content = this.#out.splice(start).join('');
    this.#last = this.#out.at(-1)?.slice(-1) ?? '';
    return content.trim();
  }

  /** Opens a frame at the next brace and returns the index behind it; undefined without one. */
  #openArgument(text: string, at: number, frame: Frame): number | undefined {
    const brace = at + (matchAt(BLANKS, text, at)?.[0].length ?? 0);
    if (text[brace] !== '{') return undefined;
    this.#frames.push(frame);
    return brace + 1;
  }

  #command(text: string, at: number): number {
    const name = matchAt(NAME, text, at + 1)?.[0];
    return name === undefined ? this.#sign(text, at) : this.#named(text, at, name);
  }

  #named(text: string, at: number, name: string): number {
    const end = at + 1 + name.length;
    const start = this.#out.length;
    const accentEnd = name.length === 1 ? this.#letterAccent(text, end, name) : undefined;
    if (accentEnd !== undefined) return accentEnd;
    if (UNWRAPPED.has(name))
      return this.#openArgument(text, end, UNWRAP) ?? this.#keep(text, at, end);

    const letter = textLetter(name);
    if (letter !== undefined) {
      this.#emit(letter);
      return (
        end + (matchAt(EMPTY_GROUP, text, end) ?? matchAt(BLANKS, text, end) ?? [''])[0].length
      );
    }
    const sign = textPhrase(name) ?? letterSymbol(name) ?? operatorSymbol(name);
    if (sign !== undefined) {
      const behind = end + (matchAt(EMPTY_GROUP, text, end)?.[0].length ?? 0);
      const hasStop = sign.length > 1 && sign.endsWith('.') && text[behind] === '.';
      this.#emit(hasStop ? sign.slice(0, -1) : sign);
      return behind;
    }
    switch (name) {
      case 'url':
      case 'href':
        return this.#link(text, at, end, name);
      case 'footnote':
      case 'footnotetext':
        return (
          this.#openArgument(text, end, { kind: 'footnote', start }) ?? this.#keep(text, at, end)
        );
      case 'textcolor':
      case 'colorbox':
        return (
          this.#openArgument(text, end, { kind: 'drop-then-unwrap', start }) ??
          this.#keep(text, at, end)
        );
      case 'textsuperscript':
        return (
          this.#openArgument(text, end, { kind: 'raised', start }) ?? this.#keep(text, at, end)
        );
      case 'textsubscript':
        return (
          this.#openArgument(text, end, { kind: 'lowered', start }) ?? this.#keep(text, at, end)
        );
      case 'unicode': {
        const code = matchAt(UNICODE_ARGUMENT, text, end);
        const point = parseInt(code?.[1] ?? '', 16);
        if (!code || !(point >= 0xa0 && point <= 0x10ffff)) return this.#keep(text, at, end);
        this.#emit(String.fromCodePoint(point));
        return end + code[0].length;
      }
      default: {
        const blanks = SWITCH.test(name) ? matchAt(BLANKS, text, end) : null;
        if (blanks) return end + blanks[0].length;
        const argument = DROPPED.test(name) ? matchAt(SHORT_ARGUMENT, text, end) : null;
        return argument ? end + argument[0].length : this.#keep(text, at, end);
      }
    }
  }

  #keep(text: string, at: number, end: number): number {
    this.#emit(text.slice(at, end));
    return end;
  }

  /** Accents named by a letter: `\v{c}`, `\c c`; and `\r{ho}`, which is a mangled `\rho`. */
  #letterAccent(text: string, end: number, name: string): number | undefined {
    const braced = matchAt(LETTER_ARGUMENT, text, end);
    if (braced) {
      const letters = braced[1] ?? braced[2] ?? '';
      const whole =
        letters.length === 1
          ? accented(name, letters)
          : (letterSymbol(name + letters) ?? textPhrase(name + letters));
      if (whole === undefined) return undefined;
      this.#emit(whole);
      return end + braced[0].length;
    }
    const loose = matchAt(LOOSE_LETTER, text, end);
    const pair = loose ? accentedAsOne(name, loose[1] ?? '') : undefined;
    if (!loose || pair === undefined) return undefined;
    this.#emit(pair);
    return end + loose[0].length;
  }

  #link(text: string, at: number, end: number, name: 'url' | 'href'): number {
    const address = matchAt(ADDRESS_ARGUMENT, text, end);
    if (!address) {
      const frame: Frame =
        name === 'url' ? UNWRAP : { kind: 'drop-then-unwrap', start: this.#out.length };
      return this.#openArgument(text, end, frame) ?? this.#keep(text, at, end);
    }
    const url = unescapeAddress(address[1] ?? '');
    const behind = end + address[0].length;
    if (name === 'href') {
      const label = this.#openArgument(text, behind, {
        kind: 'link',
        start: this.#out.length,
        url,
      });
      if (label !== undefined) return label;
    }
    this.#emit(url);
    return behind;
  }

  /** A backslash before anything but a letter. */
  #sign(text: string, at: number): number {
    const sign = text[at + 1];
    switch (sign) {
      case undefined:
        this.#emit('\\');
        return at + 1;
      case '"':
      case "'":
      case '`':
      case '^':
      case '~':
      case '=':
      case '.':
        return this.#signAccent(text, at, sign);
      case '&':
      case '%':
      case '_':
      case '#':
      case '{':
      case '}':
      case '@':
      case '+':
      case '*':
      case '/':
        this.#emit(sign);
        return at + 2;
      case ',':
      case ';':
      case ':':
      case ' ':
        this.#emit(' ');
        return at + 2;
      case '!':
      case '-':
        return at + 2;
      case '\\':
        return this.#doubled(text, at);
      default:
        return this.#keep(text, at, at + 2);
    }
  }

  /** Two backslashes: a line break, unless the text was escaped twice. */
  #doubled(text: string, at: number): number {
    const next = text[at + 2] ?? '';
    const name = matchAt(NAME, text, at + 2)?.[0] ?? '';
    const isEscapedTwice =
      /[&%$#_{}]/.test(next) ||
      (/["'`^~=.]/.test(next) && matchAt(ACCENT_ARGUMENT, text, at + 3)) ||
      UNWRAPPED.has(name) ||
      textPhrase(name) !== undefined ||
      letterSymbol(name) !== undefined;
    if (isEscapedTwice) return at + 1;
    this.#emit(' ');
    return at + 2;
  }

  #signAccent(text: string, at: number, accent: string): number {
    const isQuote = accent === '"' && this.#isEscapedString && !isLetter(this.#last);
    const isApostrophe =
      accent === "'" && isLetter(this.#last) && matchAt(CONTRACTION, text, at + 2) !== null;
    const argument = isQuote || isApostrophe ? null : matchAt(ACCENT_ARGUMENT, text, at + 2);
    if (argument) {
      const [, bracedDotless, braced, dotless, bare] = argument;
      const letter = bracedDotless ?? braced ?? dotless ?? bare ?? '';
      const isBare = bare !== undefined;
      const whole = isBare ? accentedAsOne(accent, letter) : accented(accent, letter);
      if (whole !== undefined) {
        this.#emit(whole);
        return at + 2 + argument[0].length;
      }
    }
    const isEmpty = matchAt(EMPTY_GROUP, text, at + 2) !== null;
    const isLiteral = accent === '"' || accent === "'" || accent === '~' || accent === '^';
    if (!isLiteral && !isEmpty) return this.#keep(text, at, at + 2);
    this.#emit(accent);
    return at + (isEmpty ? 4 : 2);
  }
}
