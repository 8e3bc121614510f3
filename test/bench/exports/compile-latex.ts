import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

export interface LatexTable {
  readonly name: string;
  readonly tex: string;
}

/** Tables of one document. */
const AT_ONCE = 100;
const MARK = 'pwc2-table ';

/**
 * Sets tables with pdfLaTeX, many in one document.
 * @returns the tables in which it found an error, with what it said.
 */
export async function compileTables(
  tables: readonly LatexTable[],
  folder: string,
  log: (line: string) => void,
): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true });
  const errors = new Map<string, string>();
  let start = 0;
  while (start < tables.length) {
    const group = tables.slice(start, start + AT_ONCE);
    log(`pdfLaTeX: ${start} of ${tables.length} tables`);
    const document = [
      '\\documentclass{article}',
      '\\usepackage{booktabs}',
      '\\begin{document}',
      ...group.flatMap(({ tex }, index) => [
        `\\typeout{${MARK}${start + index}}`,
        tex,
        '\\clearpage',
      ]),
      `\\typeout{${MARK}end}`,
      '\\end{document}',
      '',
    ];
    await writeFile(join(folder, 'tables.tex'), document.join('\n'));
    await runTool('pdflatex', ['-interaction=nonstopmode', '-no-shell-escape', 'tables.tex'], {
      cwd: folder,
      // Messages are cut at 79 characters without it.
      env: { max_print_line: '10000' },
    });
    const lines = (await readFile(join(folder, 'tables.log'), 'latin1')).split('\n');
    let place = start;
    let isWhole = false;
    for (const [index, line] of lines.entries()) {
      if (line.startsWith(`${MARK}end`)) isWhole = true;
      else if (line.startsWith(MARK)) place = Number(line.slice(MARK.length));
      else if (line.startsWith('! ')) {
        const name = tables[place]?.name ?? '';
        if (!errors.has(name)) errors.set(name, lines.slice(index, index + 6).join(' '));
      }
    }
    // After an error that TeX cannot go on from, the next document begins behind that table.
    start = isWhole ? start + group.length : place + 1;
    if (!isWhole) errors.set(tables[place]?.name ?? '', 'pdfLaTeX stopped');
  }
  return errors;
}
