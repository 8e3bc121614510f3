import { encodeTexTitle, UNICODE_MACRO } from '../../paper/tex-characters.ts';
import type { ExportTable } from './export-table.ts';

/**
 * A table in LaTeX with booktabs (https://ctan.org/pkg/booktabs), the best of each metric bold, for any
 * engine; math in titles stays math.
 */
export function encodeLatex({ title, url, columns, rows }: ExportTable): string {
  const row = (cells: readonly string[]) => `    ${protectStart(cells.join(' & '))} \\\\`;
  const table = [
    '\\begin{table}',
    '  \\centering',
    `  \\begin{tabular}{${columns.map(({ isNumber }) => (isNumber ? 'r' : 'l')).join('')}}`,
    '    \\toprule',
    row(
      columns.map(({ label, direction }) => {
        const arrow =
          direction === null ? '' : direction === 'higher' ? ' $\\uparrow$' : ' $\\downarrow$';
        return text(label) + arrow;
      }),
    ),
    '    \\midrule',
    ...rows.map((cells) =>
      row(
        cells.map((cell) => {
          const shown = text(cell.text);
          return cell.isBest ? `\\textbf{${shown}}` : shown;
        }),
      ),
    ),
    '    \\bottomrule',
    '  \\end{tabular}',
    `  \\caption{${text(title)}}`,
    '\\end{table}',
    '',
  ].join('\n');
  return [
    `% ${title.replace(/\s+/g, ' ')}`,
    `% ${url}`,
    '% \\usepackage{booktabs}',
    ...(table.includes('\\unicodeor{') ? [UNICODE_MACRO] : []),
    table,
  ].join('\n');
}

/** After the end of a row a bracket would be its height, and an asterisk a kind of end. */
function protectStart(row: string): string {
  return /^\s*[[*]/.test(row) ? `{}${row}` : row;
}

function text(source: string): string {
  return encodeTexTitle(source.replace(/\s+/g, ' '));
}
