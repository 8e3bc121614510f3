import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

/** How BibTeX says that it did not understand the file. */
const ERROR =
  /^(?:I was expecting|Too many commas|Comma at end|I couldn't|Repeated entry|I'm skipping|Illegal|Unbalanced|You're missing)/;

/** Reads a bibliography with BibTeX, all entries cited. @returns its errors, and the entries it wrote. */
export async function runBibtex(
  bibliography: string,
  folder: string,
): Promise<{ readonly errors: readonly string[]; readonly entries: number }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'papers.bib'), bibliography);
  await writeFile(
    join(folder, 'papers.aux'),
    '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{papers}\n',
  );
  const { output } = await runTool('bibtex', ['papers'], { cwd: folder });
  const bbl = await readFile(join(folder, 'papers.bbl'), 'latin1').catch(() => '');
  return {
    errors: output.split('\n').filter((line) => ERROR.test(line)),
    entries: bbl.split('\n').filter((line) => line.startsWith('\\bibitem')).length,
  };
}
