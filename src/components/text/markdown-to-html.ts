import { Marked } from 'marked';
import { escapeAttribute, TagCleaner } from './clean-tags.ts';

/**
 * GitHub-flavoured Markdown as HTML, with images as links, task boxes as characters and raw HTML
 * through TagCleaner. The result is not safe: sanitise it before it becomes a document. Throws a
 * RangeError where the nesting is deeper than the stack.
 */
export function markdownToHtml(markdown: string): string {
  const tags = new TagCleaner();
  let isInLink = false;
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    renderer: {
      html: ({ text }) => tags.clean(text),
      link({ href, tokens }) {
        if (isInLink || tags.isInAnchor) return this.parser.parseInline(tokens);
        isInLink = true;
        const label = this.parser.parseInline(tokens);
        isInLink = false;
        return `<a href="${escapeAttribute(href)}">${label}</a>`;
      },
      image({ href, text }) {
        return tags.image(isInLink ? '' : escapeAttribute(href), text);
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
  return marked.parse(markdown, { async: false });
}
