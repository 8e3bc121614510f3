import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, keepSnapshot } from '../../scripts/project.mjs';
import { parseManifest } from '../../src/format/manifest.ts';
import { JULY_2025 } from './archive/archive-size.ts';
import { ensureGeneratedArchive } from './archive/generated-archive.ts';
import { rounded, type Bench } from './bench.ts';
import { generatedSnapshotName } from './install/generated-snapshots.ts';
import { measureBuild, type MeasuredBuild } from './measured-build.ts';

/** What time per paper is compared with: small enough to fit caches, large enough to be warm. */
const SMALL = 60_000;

export const build: Bench = {
  name: 'build',
  description: `builds a snapshot of a generated archive of --papers N (default ${JULY_2025.papers})`,
  async run({ papers, log }) {
    const large = papers ?? JULY_2025.papers;
    const small = large < JULY_2025.papers ? Math.ceil(large / 10) : SMALL;
    const built = await buildGenerated(small, log);
    const { wallSeconds, ...rest } = await buildGenerated(large, log);
    const perPaper = wallSeconds / large / (built.wallSeconds / small);
    return {
      metrics: {
        wall_s: rounded(wallSeconds),
        peak_rss_mb: Math.round(rest.peakRssBytes / 1e6),
        [`per_paper_ratio_${inThousands(large)}_${inThousands(small)}`]: hundredths(perPaper),
        texts_share: Math.round(rest.textsShare * 1e4) / 1e4,
        files: rest.files,
        largest_file_mb: hundredths(rest.largestFileBytes / 1e6),
        total_mb: rounded(rest.totalBytes / 1e6),
        cpu_s: rounded(rest.cpuSeconds),
        small_wall_s: rounded(built.wallSeconds),
      },
      context: {
        papers: large,
        smallPapers: small,
        archive: 'generated: sentences of real abstracts mixed, with invented rare words',
      },
    };
  },
};

interface GeneratedBuild extends MeasuredBuild {
  readonly textsShare: number;
  readonly files: number;
  readonly largestFileBytes: number;
  readonly totalBytes: number;
}

async function buildGenerated(
  papers: number,
  log: (line: string) => void,
): Promise<GeneratedBuild> {
  const from = await ensureGeneratedArchive(papers, log);
  mkdirSync(join(ROOT, '.cache', 'bench'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'bench', 'build-'));
  try {
    const to = join(folder, 'snapshot');
    log(`building ${papers} papers ...`);
    const measured = await measureBuild(from, to, log);
    const described = describeSnapshot(to);
    // Installing and searching are measured on the same snapshot, which takes minutes to build again.
    keepSnapshot(generatedSnapshotName(papers), relative(ROOT, from), to);
    return { ...measured, ...described };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describeSnapshot(folder: string) {
  const { sections } = parseManifest(readFileSync(join(folder, 'snapshot.json')));
  const { rawBytes } = (
    JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
      sections: { abstracts: { rawBytes: number } };
    }
  ).sections.abstracts;
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return {
    textsShare: (sections.abstracts.bytes + (sections.abstracts.dictionary?.bytes ?? 0)) / rawBytes,
    files: sizes.length,
    largestFileBytes: Math.max(...sizes),
    totalBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

function inThousands(papers: number): string {
  return papers < 1000 ? `${papers}` : `${Math.floor(papers / 1000)}k`;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
