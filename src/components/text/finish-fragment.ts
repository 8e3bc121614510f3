import { plainFormula } from '../../format/tex/plain-formula.ts';
import { classifyLink } from './classify-link.ts';
import { formulaClass } from './formula-class.ts';
import type { FormulaSource } from './katex-loader.ts';
import { hasMark, restoreMath, splitMarks } from './protect-math.ts';
import { basePrefix } from './text-links.ts';

/** A place in a document that waits for a formula to be drawn. */
export type FormulaSlot = { readonly element: HTMLElement; readonly formula: FormulaSource };

/** Formulas of one text that are drawn; later ones stay plain, so that no text can stall a page. */
const MAX_DRAWN = 600;

const FIRST_HEADING = 3;
const ATTRIBUTION = /^\(?\s*(?:image\s+)?(?:source|credit)s?\s*:/i;
const MAX_ATTRIBUTION_LENGTH = 400;

function renameElement(element: Element, name: string): void {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Moves the headings so that the highest is an h3, under the headings of the page. */
export function shiftHeadings(fragment: DocumentFragment): void {
  const headings = [...fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map((heading) => Number(heading.tagName.slice(1)));
  const shift = FIRST_HEADING - Math.min(...levels.slice(0, 1_000), 6);
  headings.forEach((heading, index) => {
    const level = Math.min(6, Math.max(FIRST_HEADING, (levels[index] ?? 6) + shift));
    renameElement(heading, `h${level}`);
  });
}

/** Points links at pages of this site or at the web; the others become their own text. */
export function resolveLinks(
  fragment: DocumentFragment,
  formulas: readonly FormulaSource[],
  basePath: string,
): void {
  for (const anchor of fragment.querySelectorAll('a')) {
    const link = classifyLink(restoreMath(anchor.getAttribute('href') ?? '', formulas));
    switch (link.kind) {
      case 'internal':
        anchor.setAttribute('href', basePrefix(basePath) + link.path);
        break;
      case 'external':
        anchor.setAttribute('href', link.href);
        anchor.setAttribute('rel', 'noreferrer noopener nofollow');
        break;
      case 'none':
        anchor.replaceWith(...anchor.childNodes);
        break;
    }
  }
}

/** Makes paragraphs that only name a source or an image credit small. */
export function shrinkAttributions(fragment: DocumentFragment): void {
  for (const paragraph of fragment.querySelectorAll('p')) {
    const text = paragraph.textContent.trim();
    if (text === '') paragraph.remove();
    else if (text.length <= MAX_ATTRIBUTION_LENGTH && ATTRIBUTION.test(text)) {
      if (paragraph.querySelector('small')) continue;
      const small = document.createElement('small');
      small.append(...paragraph.childNodes);
      paragraph.append(small);
    }
  }
}

const BLOCK = /^(?:p|ul|ol|blockquote|pre|hr|h\d|table|div)$/;

/** Puts text that stands outside all blocks (raw HTML leaves some) into paragraphs. */
export function wrapStrayText(fragment: DocumentFragment): void {
  let paragraph: HTMLElement | undefined;
  for (const node of Array.from(fragment.childNodes)) {
    const isBlock = node instanceof Element && BLOCK.test(node.localName);
    const isBlank = node instanceof Text && node.data.trim() === '';
    if (isBlock) paragraph = undefined;
    else if (paragraph) paragraph.append(node);
    else if (!isBlank) {
      paragraph = document.createElement('p');
      node.before(paragraph);
      paragraph.append(node);
    }
  }
}

/** Gives every table a box to scroll in, so that it cannot widen the page. */
export function boxTables(fragment: DocumentFragment): void {
  for (const table of fragment.querySelectorAll('table')) {
    const box = document.createElement('div');
    box.className = 'markdown-table';
    table.replaceWith(box);
    box.append(table);
  }
}

/** Puts elements with the formulas in plain Unicode where their marks are; in code, the sources. */
export function placeFormulas(
  fragment: DocumentFragment,
  formulas: readonly FormulaSource[],
): FormulaSlot[] {
  const slots: FormulaSlot[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const marked: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && hasMark(node.data)) marked.push(node);
  }
  for (const node of marked) {
    if (node.parentElement?.closest('code, pre')) {
      node.data = restoreMath(node.data, formulas);
      continue;
    }
    const pieces = splitMarks(node.data).map((piece): Node | string => {
      const formula = typeof piece === 'number' ? formulas[piece] : undefined;
      if (typeof piece === 'string' || !formula) return typeof piece === 'string' ? piece : '';
      const element = document.createElement('span');
      element.className = formulaClass(formula.display);
      element.textContent = plainFormula(formula.tex);
      if (slots.length < MAX_DRAWN) slots.push({ element, formula });
      return element;
    });
    node.replaceWith(...pieces);
  }
  return slots;
}
