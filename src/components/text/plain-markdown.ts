import { plainTitle } from '../../format/tex/plain-title.ts';

/** Longer descriptions are cut here, in UTF-16 units; real ones have at most some ten thousand. */
export const MAX_MARKDOWN_LENGTH = 100_000;

/**
 * The beginning of a Markdown text with `\n` line breaks, not longer than MAX_MARKDOWN_LENGTH and
 * cut between words where it had to be.
 */
export function shortenMarkdown(text: string): {
  readonly text: string;
  readonly isShort: boolean;
} {
  if (text.length <= MAX_MARKDOWN_LENGTH) {
    return { text: text.replace(/\r\n?/g, '\n'), isShort: false };
  }
  const head = text.slice(0, MAX_MARKDOWN_LENGTH);
  const cut = head.slice(-200).search(/\s\S*$/);
  return {
    text: (cut < 0 ? head : head.slice(0, head.length - 200 + cut)).replace(/\r\n?/g, '\n'),
    isShort: true,
  };
}

const TAGS =
  /<\/?(?:a|b|br|center|div|em|font|hr|i|img|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr)(?:\s[^<>]{0,500})?\/?>/gi;

/**
 * The paragraphs of a Markdown text in plain words: what is shown until the renderer has loaded, of
 * about the same height. An approximation that drops the commonest marks and links, not a parser.
 */
export function plainMarkdown(markdown: string): string[] {
  return shortenMarkdown(markdown)
    .text.replace(TAGS, '')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,500}\)/g, '$1')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) =>
      plainTitle(paragraph.replace(/^\s*#{1,6}\s+/, '').replace(/\\([_*[\]()#<>])/g, '$1'))
        .replace(/\*\*|__|`/g, '')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '');
}
