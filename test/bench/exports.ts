import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSnapshot, ROOT } from '../../scripts/project.mjs';
import { planColumns } from '../../src/components/leaderboard/board-columns.ts';
import { BoardData } from '../../src/components/leaderboard/board-data.ts';
import { PLAIN_VIEW } from '../../src/components/leaderboard/board-view.ts';
import { encodeBibliography } from '../../src/components/leaderboard/export/encode-bibliography.ts';
import { encodeCsv } from '../../src/components/leaderboard/export/encode-csv.ts';
import { encodeLatex } from '../../src/components/leaderboard/export/encode-latex.ts';
import {
  planExport,
  type ExportTable,
} from '../../src/components/leaderboard/export/export-table.ts';
import { directionOf, selectRows } from '../../src/components/leaderboard/select-rows.ts';
import type { Board } from '../../src/format/records/board.ts';
import { readRecords, withFolder } from '../support/dump-builds.ts';
import { MissingInputError, type Bench } from './bench.ts';
import { compileTables } from './exports/compile-latex.ts';
import { makeNastyBoards, SEED } from './exports/nasty-boards.ts';
import { openInOffice, type OfficeCell } from './exports/office-cells.ts';
import { hasTool } from './exports/run-tool.ts';
import { runBibtex } from './exports/run-bibtex.ts';

const ARCHIVE = '../shared/archive-sample';
const NASTY = 60;
/** LibreOffice writes fifteen digits of a number. */
const OFFICE_PRECISION = 1e-14;
/** Failures that are shown. */
const SHOWN = 20;

/** Programs that the files are opened with, and where Debian has them. */
const TOOLS = {
  soffice: 'libreoffice-calc',
  pdflatex: 'texlive-latex-recommended',
  bibtex: 'texlive-binaries',
};

export const exports: Bench = {
  name: 'exports',
  description: 'exported boards in programs of others: CSV in LibreOffice, LaTeX, BibTeX',
  async run({ log }) {
    await checkTools();
    const isReal = existsSync(join(ROOT, ARCHIVE));
    if (!isReal) log(`There are no dumps in ${ARCHIVE}: the sample and generated boards only.`);
    const snapshot = await ensureSnapshot(
      isReal ? 'archive-sample' : 'sample',
      isReal ? ARCHIVE : 'sample',
    );
    const real = await readRecords(snapshot, 'boards');
    const papers = await readRecords(snapshot, 'papers');
    const nasty = makeNastyBoards(NASTY);
    const tables = [...real, ...nasty].map((board) => ({
      name: board.slug,
      table: tableOf(board),
    }));
    return withFolder(async (folder) => {
      const opened = await openInOffice(
        tables.map(({ name, table }) => ({ name, csv: encodeCsv(table) })),
        join(folder, 'csv'),
        log,
      );
      const cells = tables.flatMap(({ name, table }, index) =>
        compareCells(name, table, opened[index] ?? []),
      );
      const changed = cells.filter(({ verdict }) => verdict === 'changed');
      for (const { where } of changed.slice(0, SHOWN)) log(`changed: ${where}`);
      const formulas = opened.flat(2).filter(({ isFormula }) => isFormula);
      for (const { text } of formulas.slice(0, SHOWN)) log(`run as a formula: ${text}`);

      const latex = await compileTables(
        tables.map(({ name, table }) => ({ name, tex: encodeLatex(table) })),
        join(folder, 'latex'),
        log,
      );
      for (const [name, message] of [...latex].slice(0, SHOWN)) log(`LaTeX: ${name}: ${message}`);

      const cited = [...papers, ...nasty.flatMap(nastyPapers)];
      const bibtex = await runBibtex(encodeBibliography(cited), join(folder, 'bibtex'));
      for (const line of bibtex.errors.slice(0, SHOWN)) log(`BibTeX: ${line}`);
      return {
        metrics: {
          boards: tables.length,
          csv_cells: cells.length,
          csv_cells_changed: changed.length,
          csv_cells_guarded: cells.filter(({ verdict }) => verdict === 'guarded').length,
          csv_formulas_run: formulas.length,
          latex_failed: latex.size,
          bibtex_papers: cited.length,
          bibtex_failed: bibtex.errors.length + (cited.length - bibtex.entries),
        },
        context: {
          dumps: isReal ? ARCHIVE : 'sample',
          nasty: NASTY,
          seed: SEED,
          changed: 'neither the same text nor the same number',
          guarded: 'begin with an apostrophe, without which they would be run as formulas',
        },
      };
    });
  },
};

async function checkTools(): Promise<void> {
  const found = await Promise.all(
    Object.entries(TOOLS).map(async ([program, debian]) =>
      (await hasTool(program)) ? [] : [`${program} (Debian: ${debian})`],
    ),
  );
  const missing = found.flat();
  if (missing.length > 0) {
    throw new MissingInputError(
      `The exports bench opens files with programs of others. Not found: ${missing.join(', ')}.`,
    );
  }
}

/** The whole board, as its page exports it. */
function tableOf(board: Board): ExportTable {
  const data = new BoardData(board);
  const columns = planColumns(board).filter(({ kind }) => kind !== 'here');
  const directions = board.metrics.map((_, metric) => directionOf(data, PLAIN_VIEW, metric));
  const url = `https://example.org/sota/${board.slug}`;
  return planExport(data, columns, selectRows(data, PLAIN_VIEW).rows, directions, url);
}

function nastyPapers({ rows }: Board) {
  return rows.flatMap(({ model, paper }) =>
    paper === undefined ? [] : [{ ...paper, authors: [model, `${model} and ${model}`] }],
  );
}

interface ComparedCell {
  readonly verdict: 'same' | 'guarded' | 'changed';
  readonly where: string;
}

/** Every cell of a table against what was opened, the heads among them. */
function compareCells(
  name: string,
  table: ExportTable,
  opened: readonly OfficeCell[][],
): ComparedCell[] {
  const rows = [
    table.columns.map(({ label }) => label),
    ...table.rows.map((cells) => cells.map(({ text }) => text)),
  ];
  return rows.flatMap((texts, row) =>
    texts.map((text, column): ComparedCell => {
      const cell = opened[row]?.[column];
      const verdict = judgeCell(text, cell);
      const found = cell === undefined ? 'nothing' : `${cell.kind} ${JSON.stringify(cell.text)}`;
      return { verdict, where: `${name} ${row}/${column}: ${JSON.stringify(text)} is ${found}` };
    }),
  );
}

function judgeCell(text: string, cell: OfficeCell | undefined): ComparedCell['verdict'] {
  const shown = cell?.text ?? '';
  if (shown === text) return 'same';
  if (shown === `'${text}`) return 'guarded';
  // Grouped digits are the same number; a number is shown without zeros at its end.
  const number = Number(text.replaceAll(',', '').trim());
  if (cell?.kind !== 'float' || text.trim() === '') return 'changed';
  const difference = Math.abs((cell.number ?? Number.NaN) - number);
  return difference <= Math.abs(number) * OFFICE_PRECISION ? 'same' : 'changed';
}
