import { JULY_2025 } from './archive/archive-size.ts';
import type { Bench } from './bench.ts';
import { ensureGeneratedSnapshots } from './install/generated-snapshots.ts';
import { compareSnapshots, type SectionChange } from './update/compare-snapshots.ts';

export const update: Bench = {
  name: 'update',
  description: `what a later edition of --papers N (default ${JULY_2025.papers}) changes, section by section, without a browser`,
  async run({ papers, log }) {
    const count = papers ?? JULY_2025.papers;
    const { first, later } = await ensureGeneratedSnapshots(count, log);
    const changes = await compareSnapshots(first, later);
    const total = sum(changes, ({ bytes }) => bytes);
    for (const line of describeChanges(changes, total)) log(line);
    return {
      metrics: {
        update_bytes_share: tenThousandths(sum(changes, ({ newBytes }) => newBytes) / total),
        update_blocks: sum(changes, ({ newBlocks }) => newBlocks),
      },
      context: {
        papers: count,
        snapshotMb: Math.round(total / 1e5) / 10,
        newBytesOfAll: Object.fromEntries(
          changes.map(({ name, newBytes }) => [name, tenThousandths(newBytes / total)]),
        ),
      },
    };
  },
};

/** One line a section: its size, what of it is new, and how much that is of everything. */
function describeChanges(changes: readonly SectionChange[], total: number): string[] {
  const head = ['section', 'kB', 'new kB', 'blocks', 'new', '% of all'];
  const rows = changes.map(({ name, bytes, newBytes, blocks, newBlocks }) => [
    name,
    (bytes / 1000).toFixed(0),
    (newBytes / 1000).toFixed(0),
    String(blocks),
    String(newBlocks),
    ((newBytes / total) * 100).toFixed(2),
  ]);
  return [head, ...rows].map(([name = '', ...figures]) =>
    [name.padEnd(16), ...figures.map((figure) => figure.padStart(9))].join(' '),
  );
}

function sum(changes: readonly SectionChange[], of: (change: SectionChange) => number): number {
  return changes.reduce((total, change) => total + of(change), 0);
}

function tenThousandths(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
