import { createElement, lazy, Suspense, useMemo } from 'react';
import { plainMarkdown } from './plain-markdown.ts';
import './text.css';

type MarkdownProps = { readonly text: string };

function PlainMarkdown({ text }: MarkdownProps) {
  const paragraphs = useMemo(() => plainMarkdown(text), [text]);
  // Spread children need no keys, which paragraphs do not have.
  const children = paragraphs.map((paragraph) => createElement('p', null, paragraph));
  return createElement('div', { className: 'markdown' }, ...children);
}

/** The text stays plain when the renderer cannot be had, which is no reason to lose it. */
const Body = lazy(async () => {
  try {
    return { default: (await import('./markdown-body.tsx')).MarkdownBody };
  } catch {
    return { default: PlainMarkdown };
  }
});

/**
 * The Markdown description of a dataset, method or task, sanitised, with links into this site (see
 * TextLinksContext) and formulas. Until the renderer has loaded it shows the words in paragraphs.
 * Loads no images and makes no request to other hosts.
 */
export function Markdown({ text }: MarkdownProps) {
  return (
    <Suspense fallback={<PlainMarkdown text={text} />}>
      <Body text={text} />
    </Suspense>
  );
}
