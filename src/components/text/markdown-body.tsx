import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { focusScrollers } from './focus-scrollers.ts';
import { renderMarkdown } from './render-markdown.ts';
import { basePrefix, TextLinksContext } from './text-links.ts';

/** The path of a link to a page of this site that a click should open without a page load. */
function pathOfClick(event: MouseEvent, basePath: string): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  const href = anchor?.getAttribute('href') ?? '';
  const prefix = basePrefix(basePath);
  // Only links to pages of this site begin with a slash.
  return href.startsWith(`${prefix}/`) ? href.slice(prefix.length) : undefined;
}

/** A rendered description. Imports the Markdown renderer: load it lazily. */
export function MarkdownBody({ text }: { readonly text: string }) {
  const host = useRef<HTMLDivElement>(null);
  const links = useContext(TextLinksContext);
  const basePath = links?.basePath ?? '/';

  useLayoutEffect(() => {
    const { fragment, formulas } = renderMarkdown(text, basePath);
    const element = host.current;
    if (!element) return undefined;
    element.replaceChildren(fragment);
    focusScrollers(element);
    let isCurrent = formulas.length > 0;
    const draw = async (): Promise<void> => {
      const { drawFormula } = await import('./katex-loader.ts');
      if (!isCurrent) return;
      for (const slot of formulas) drawFormula(slot.element, slot.formula);
      focusScrollers(element);
    };
    // Without KaTeX the formulas stay in plain Unicode.
    if (isCurrent) draw().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [text, basePath]);

  useEffect(() => {
    const element = host.current;
    if (!element || !links) return undefined;
    const onClick = (event: MouseEvent): void => {
      const path = pathOfClick(event, links.basePath);
      if (path === undefined) return;
      event.preventDefault();
      links.navigate(path);
    };
    element.addEventListener('click', onClick);
    return () => element.removeEventListener('click', onClick);
  }, [links]);

  return <div ref={host} className="markdown" />;
}
