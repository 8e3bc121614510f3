import { PACK_NAMES, packBytes, sectionsOfPack } from '../format/manifest.ts';
import type { BuiltSnapshot } from './build-snapshot.ts';
import { DUMP_NAMES } from './report.ts';
import { statisticsOf } from './write/block-statistics.ts';

/** The tables that the person sees at the end, line by line. */
export function describeBuild(built: BuiltSnapshot, milliseconds: number): string[] {
  return [
    '',
    ...table([
      ['dump', 'read', 'kept', 'merged', 'repaired', 'dropped'],
      ...DUMP_NAMES.map((name) => {
        const { read, kept, totals } = built.reports[name];
        return [name, read, kept, totals.merged, totals.repaired, totals.dropped];
      }),
    ]),
    '',
    ...table([
      ['section', 'records', 'blocks', 'kB', 'median block kB', 'largest kB'],
      ...PACK_NAMES.flatMap((pack) => packRows(pack, built)),
    ]),
    '',
    `${built.manifest.counts.boards} boards, ${built.manifest.counts.rows} rows, ${built.manifest.counts.papers} papers as of ${built.manifest.date}`,
    signatureLine(built),
    `built in ${(milliseconds / 1000).toFixed(1)} s; report.json says why each record was merged, repaired or dropped`,
  ];
}

function signatureLine({ manifest: { signed } }: BuiltSnapshot): string {
  return signed === undefined
    ? 'not signed (see --sign)'
    : `signed by ${signed.by} at ${signed.issued}`;
}

type Cell = string | number;

function packRows(
  pack: (typeof PACK_NAMES)[number],
  { manifest, written }: BuiltSnapshot,
): Cell[][] {
  const rows = sectionsOfPack(manifest, pack).map(({ name, section }): Cell[] => {
    const blockBytes = written.sections[name]?.blockBytes ?? [];
    const { median, most } = statisticsOf(blockBytes);
    const { records, blocks, bytes } = section;
    return [name, records, blocks, kilobytes(bytes), kilobytes(median), kilobytes(most)];
  });
  return [...rows, [`pack ${pack}`, '', '', kilobytes(packBytes(manifest, pack)), '', '']];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

/** Rows of cells in columns: the first to the left, numbers to the right. */
function table(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
