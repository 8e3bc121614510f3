import type { ExportTable } from './export-table.ts';

/** A table in GitHub's Markdown: numbers to the right, the best of each metric bold. */
export function encodeMarkdown({ title, url, columns, rows }: ExportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**[${escape(title)}](${url})**`,
    '',
    line(
      columns.map(({ label, direction }) => {
        const arrow = direction === null ? '' : direction === 'higher' ? ' ↑' : ' ↓';
        return escape(label) + arrow;
      }),
    ),
    line(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((cells) =>
      line(
        cells.map(({ text, isBest, url: target }) => {
          const shown = target === undefined ? escape(text) : `[code](${encodeURI(target)})`;
          return isBest ? `**${shown}**` : shown;
        }),
      ),
    ),
    '',
  ].join('\n');
}

/** A text in one cell, with nothing in it that Markdown or HTML would take for its own. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~#!]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`,
    );
}
