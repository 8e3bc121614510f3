import {
  boxTables,
  placeFormulas,
  resolveLinks,
  shiftHeadings,
  shrinkAttributions,
  wrapStrayText,
  type FormulaSlot,
} from './finish-fragment.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import { MAX_MARKDOWN_LENGTH, plainMarkdown, shortenMarkdown } from './plain-markdown.ts';
import { protectMath } from './protect-math.ts';
import { sanitizeHtml } from './sanitize-html.ts';

/** A description ready to insert, and the places in it where formulas can be drawn. */
export type RenderedMarkdown = {
  readonly fragment: DocumentFragment;
  readonly formulas: readonly FormulaSlot[];
};

const paragraph = (...content: (Node | string)[]): HTMLElement => {
  const element = document.createElement('p');
  element.append(...content);
  return element;
};

function renderParagraphs(markdown: string): RenderedMarkdown {
  const fragment = document.createDocumentFragment();
  fragment.append(...plainMarkdown(markdown).map((text) => paragraph(text)));
  return { fragment, formulas: [] };
}

function renderRich(text: string, basePath: string): RenderedMarkdown {
  const { markdown, formulas } = protectMath(text);
  const fragment = sanitizeHtml(markdownToHtml(markdown));
  resolveLinks(fragment, formulas, basePath);
  shiftHeadings(fragment);
  wrapStrayText(fragment);
  shrinkAttributions(fragment);
  boxTables(fragment);
  return { fragment, formulas: placeFormulas(fragment, formulas) };
}

function shortNote(length: number): HTMLElement {
  const small = document.createElement('small');
  const [shown, all] = [MAX_MARKDOWN_LENGTH, length].map((count) => count.toLocaleString('en'));
  small.append(`Shortened: the first ${shown} of ${all} characters.`);
  return paragraph(small);
}

/**
 * Renders the Markdown of a dataset, method or task description: sanitised, headings from h3 down,
 * images and videos as links, formulas in plain Unicode with their places named. Links to pages of
 * the archive lead to this site under `basePath`. Texts over MAX_MARKDOWN_LENGTH are shortened and
 * say so; what nests too deeply for the stack comes as plain paragraphs. Never throws.
 */
export function renderMarkdown(markdown: string, basePath: string): RenderedMarkdown {
  const { text, isShort } = shortenMarkdown(markdown);
  let rendered: RenderedMarkdown;
  try {
    rendered = renderRich(text, basePath);
  } catch {
    rendered = renderParagraphs(text);
  }
  if (isShort) rendered.fragment.append(shortNote(markdown.length));
  return rendered;
}
