import { splitMath } from '../../format/tex/split-math.ts';
import type { FormulaSource } from './katex-loader.ts';

/** A Markdown text whose formulas are replaced by marks that Markdown leaves alone. */
export type ProtectedMath = {
  readonly markdown: string;
  readonly formulas: readonly FormulaSource[];
};

/** Noncharacters: no text may hold them, and Markdown takes them for letters. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const MARK = /\ufdd0(\d+)\ufdd1/g;

/** The marks themselves and controls, which are in no font. */
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const NOT_TEXT = /[\ufdd0\ufdd1\u0000-\u0008\u000b-\u001f\u007f]/g;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Markdown escapes inside a formula: `x\_{1}`, `G^{\*}`, `\left\(`, and `\\{` for TeX's `\{`. */
const unescapeMarkdown = (tex: string): string =>
  tex.replace(
    /\\([_*()[\]<>#])|\\\\(?=[{}])|\\\\\\\\/g,
    (escape, character: string | undefined) => {
      if (character !== undefined) return character;
      return escape.length === 2 ? '\\' : '\\\\';
    },
  );

/** Cuts a paragraph at its code spans: backticks closed by a run of the same length. */
function splitCodeSpans(paragraph: string): { isCode: boolean; text: string }[] {
  const runs = [...paragraph.matchAll(/`+/g)];
  const closing = new Map<number, number>();
  const lastOfLength = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    const next = lastOfLength.get(length);
    if (next !== undefined) closing.set(index, next);
    lastOfLength.set(length, index);
  }
  const pieces: { isCode: boolean; text: string }[] = [];
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const close = closing.get(index);
    const start = runs[index]?.index ?? 0;
    if (close === undefined) continue;
    const end = (runs[close]?.index ?? 0) + (runs[close]?.[0].length ?? 0);
    pieces.push({ isCode: false, text: paragraph.slice(from, start) });
    pieces.push({ isCode: true, text: paragraph.slice(start, end) });
    from = end;
    index = close;
  }
  pieces.push({ isCode: false, text: paragraph.slice(from) });
  return pieces;
}

/** Cuts a text into fenced code and paragraphs; joined with line feeds they are the text. */
function splitBlocks(markdown: string): { isCode: boolean; text: string }[] {
  const blocks: { isCode: boolean; lines: string[] }[] = [];
  let fence: string | undefined;
  let isNew = true;
  const add = (isCode: boolean, line: string): void => {
    const last = blocks.at(-1);
    if (last && !isNew && last.isCode === isCode) last.lines.push(line);
    else blocks.push({ isCode, lines: [line] });
    isNew = false;
  };
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      add(true, line);
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      if (fence === undefined) isNew = true;
    } else if (mark !== undefined) {
      isNew = true;
      fence = mark;
      add(true, line);
    } else {
      add(false, line);
      isNew = !/\S/.test(line);
    }
  }
  return blocks.map(({ isCode, lines }) => ({ isCode, text: lines.join('\n') }));
}

/**
 * Takes the formulas (`$..$`, `$$..$$`, display environments) out of a Markdown text, so that
 * nothing in them is read as Markdown, and undoes the Markdown escapes they carry. Code is left
 * alone. Line breaks must be `\n`. `eachMark` finds the marks again in what Markdown makes of it.
 */
export function protectMath(markdown: string): ProtectedMath {
  const formulas: FormulaSource[] = [];
  const protect = (text: string): string =>
    splitMath(text, { brackets: false })
      .map((segment) => {
        if (segment.kind === 'text') return segment.source;
        const { display, source } = segment;
        const tex = unescapeMarkdown(segment.tex);
        const other = tex === segment.tex ? {} : { otherTex: segment.tex };
        formulas.push({ tex, display, source, ...other });
        return `${OPEN}${formulas.length - 1}${CLOSE}`;
      })
      .join('');
  const text = splitBlocks(markdown.replace(NOT_TEXT, ''))
    .map((block) => {
      if (block.isCode) return block.text;
      return splitCodeSpans(block.text)
        .map((piece) => (piece.isCode ? piece.text : protect(piece.text)))
        .join('');
    })
    .join('\n');
  return { markdown: text, formulas };
}

/** True when a text has a mark of protectMath. */
export const hasMark = (text: string): boolean => text.includes(OPEN);

/** Cuts a text at its marks: strings are text, numbers are indexes of formulas. */
export function splitMarks(text: string): (string | number)[] {
  const pieces: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    pieces.push(text.slice(from, match.index), Number(match[1]));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** Puts the sources of the formulas back in place of their marks. */
export const restoreMath = (text: string, formulas: readonly FormulaSource[]): string =>
  hasMark(text)
    ? text.replace(MARK, (_, index: string) => formulas[Number(index)]?.source ?? '')
    : text;
