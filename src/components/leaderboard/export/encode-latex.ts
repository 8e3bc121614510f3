import { splitMath } from '../../../format/tex/split-math.ts';
import { escapeTex } from '../../paper/escape-tex.ts';
import type { ExportTable } from './export-table.ts';

/**
 * A table in LaTeX with booktabs (https://ctan.org/pkg/booktabs), the best of each metric bold. Text is
 * Unicode, as current LaTeX reads it; math in titles stays math.
 */
export function encodeLatex({ title, url, columns, rows }: ExportTable): string {
  const row = (cells: readonly string[]) => `    ${cells.join(' & ')} \\\\`;
  return [
    `% ${title.replace(/\s+/g, ' ')}`,
    `% ${url}`,
    '% \\usepackage{booktabs}',
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
}

function text(source: string): string {
  return splitMath(source.replace(/\s+/g, ' '))
    .map((segment) =>
      segment.kind === 'math'
        ? `$${segment.tex}$`
        : escapeTex(segment.text).replaceAll('±', '$\\pm$'),
    )
    .join('');
}
