import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

/** A cell as LibreOffice has it once it has opened a file. */
export interface OfficeCell {
  readonly kind: string;
  /** What is shown. */
  readonly text: string;
  /** Of a number. */
  readonly number: number | null;
  readonly isFormula: boolean;
}

/** Files that one start of the program opens. */
const AT_ONCE = 150;
/**
 * Comma, double quotes, UTF-8, from the first line, quoted fields too are read as what they look like, dates
 * only in plain form; and whatever looks like a formula is run, which is the worst that a person can
 * choose. https://wiki.openoffice.org/wiki/Documentation/DevGuide/Spreadsheets/Filter_Options
 */
const IMPORT = 'CSV:44,34,76,1,,0,false,false,false,false,false,-1,true';

/** Opens CSV files in LibreOffice. @returns by file, rows of cells, without empty ones at their ends. */
export async function openInOffice(
  files: readonly { readonly name: string; readonly csv: string }[],
  folder: string,
  log: (line: string) => void,
): Promise<OfficeCell[][][]> {
  await mkdir(folder, { recursive: true });
  const tables: OfficeCell[][][] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const group = files.slice(start, start + AT_ONCE);
    log(`LibreOffice: ${start} of ${files.length} files`);
    const paths = await Promise.all(
      group.map(async ({ csv }, index) => {
        const path = join(folder, `${start + index}.csv`);
        await writeFile(path, csv);
        return path;
      }),
    );
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const { output } = await runTool(
      'soffice',
      [
        profile,
        '--headless',
        `--infilter=${IMPORT}`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        ...paths,
      ],
      { cwd: folder },
    );
    for (const path of paths) {
      const xml = await readFile(path.replace(/csv$/, 'fods'), 'utf8').catch(() => null);
      if (xml === null) throw new Error(`LibreOffice did not open ${path}: ${output}`);
      tables.push(readCells(xml));
    }
  }
  return tables;
}

/** Cells of a flat OpenDocument spreadsheet, as LibreOffice writes it. */
function readCells(xml: string): OfficeCell[][] {
  const rows: OfficeCell[][] = [];
  for (const [, rowAttributes = '', content = ''] of xml.matchAll(
    /<table:table-row\b([^>]*)>(.*?)<\/table:table-row>/gs,
  )) {
    const cells: OfficeCell[] = [];
    for (const [, attributes = '', inner = ''] of content.matchAll(
      /<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs,
    )) {
      const count = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      const cell = readCell(attributes, inner);
      // Trailing empty cells are repeated to the end of the sheet.
      for (let copy = 0; copy < Math.min(count, 200); copy++) cells.push(cell);
    }
    while (cells.at(-1)?.text === '') cells.pop();
    const count = Number(/number-rows-repeated="(\d+)"/.exec(rowAttributes)?.[1] ?? 1);
    for (let copy = 0; copy < Math.min(count, 200); copy++) rows.push(cells);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function readCell(attributes: string, inner: string): OfficeCell {
  const number = /office:value="([^"]*)"/.exec(attributes)?.[1];
  return {
    kind: /office:value-type="([^"]*)"/.exec(attributes)?.[1] ?? 'empty',
    text: [...inner.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)]
      .map(([, paragraph = '']) => readParagraph(paragraph))
      .join('\n'),
    number: number === undefined ? null : Number(number),
    isFormula: attributes.includes('table:formula='),
  };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readParagraph(xml: string): string {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) =>
      ' '.repeat(Number(count ?? 1)),
    )
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<text:line-break\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
      (whole, hex?: string, decimal?: string, name = '') => {
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        return ENTITIES[name as string] ?? whole;
      },
    );
}
