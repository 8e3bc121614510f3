import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  build,
  readRecords,
  readReport,
  readSection,
  withFolder,
} from '../../support/dump-builds.ts';

/** Real dumps of several years, too large for the repository. */
const ARCHIVE = join(import.meta.dirname, '../../../../shared/archive-sample');
const isThere = existsSync(ARCHIVE);

describe.skipIf(!isThere)(
  isThere ? 'real dumps' : `real dumps: skipped, since there are none at ${ARCHIVE}`,
  () => {
    let found: Awaited<ReturnType<typeof readAll>>;
    beforeAll(async () => {
      found = await readAll();
    }, 300_000);

    test('every record is kept', () => {
      const { dumps } = found.report;
      expect(dumps['papers-with-abstracts']).toMatchObject({ read: 9000, kept: 9000 });
      expect(dumps.datasets).toMatchObject({ read: 6257, kept: 6257 });
      expect(dumps.methods).toMatchObject({ read: 2275, kept: 2275 });
      expect(dumps['evaluation-tables']).toMatchObject({ read: 893, kept: 893 });
      expect(found.report.counts).toMatchObject({ boards: 2833, rows: 18_831 });
      // Advertisements are not counted, and these dumps hold none.
      expect(found.report.counts).toMatchObject({ datasets: 6257, methods: 2275 });
    });

    test('each board is there once, with its rows in the order of the dump', () => {
      const expected = boardsOfTree(found.tree);
      const byPlace = new Map<string, string[]>();
      for (const board of found.boards) {
        const rows = board.rows.map(({ model, values }) => describeRow(model, values));
        const place = `${board.task.slug} on ${board.dataset.name}`;
        byPlace.set(place, [...(byPlace.get(place) ?? []), JSON.stringify(rows)]);
      }
      expect(found.boards).toHaveLength(expected.length);
      for (const { slug, dataset, rows } of expected) {
        expect(byPlace.get(`${slug} on ${dataset}`), `${slug} on ${dataset}`).toContain(
          JSON.stringify(rows),
        );
      }
    });

    test('ranks are one more than the number of better rows, and go with the order of the dump', () => {
      let other = 0;
      for (const { rows, metrics } of found.boards) {
        const sign = metrics[0]?.direction === 'lower' ? 1 : -1;
        const plain = rows.flatMap(({ rank, values }) => {
          const text = values[0]?.replace(/%$/, '') ?? '';
          return rank === null || !/^-?\d+(\.\d+)?$/.test(text)
            ? []
            : [{ rank, number: sign * Number(text) }];
        });
        if (plain.some(({ rank }, row) => row > 0 && rank < plain[row - 1]!.rank)) other++;
        if (metrics[0]?.direction === null || plain.length < rows.length) continue;
        for (const { rank, number } of plain) {
          expect(rank).toBe(1 + plain.filter((one) => one.number < number).length);
        }
      }
      expect(other).toBeLessThanOrEqual(found.boards.length * 0.005);
    });
  },
);

async function readAll() {
  return withFolder(async (folder) => {
    const to = join(folder, 'snapshot');
    await build(ARCHIVE, to);
    const packed = createReadStream(join(ARCHIVE, 'evaluation-tables.json.gz'));
    return {
      report: await readReport(to),
      boards: (await readSection(to, 'boards')).map(({ record }) => record),
      papers: await readRecords(to, 'papers'),
      tree: JSON.parse(await text(packed.pipe(createGunzip()))) as TaskNode[],
    };
  });
}

interface TaskNode {
  readonly task: string;
  readonly subtasks: TaskNode[];
  readonly datasets: {
    readonly dataset: string;
    readonly sota: { readonly rows: { model_name: string; metrics: Record<string, string> }[] };
  }[];
}

/** The boards with rows, each once, by a plain walk: the naive version of what the builder does. */
function boardsOfTree(tree: readonly TaskNode[]) {
  const boards = new Map<string, { slug: string; dataset: string; rows: string[] }>();
  const visit = ({ task, datasets, subtasks }: TaskNode): void => {
    for (const { dataset, sota } of datasets) {
      if (task === '' || sota.rows.length === 0) continue;
      boards.set(JSON.stringify([task, dataset]), {
        slug: task
          .toLowerCase()
          .replace(/[^a-z0-9_ -]/g, '')
          .replace(/[ -]+/g, '-'),
        dataset: dataset.replace(/\s+/g, ' ').trim(),
        rows: sota.rows.map((row) => describeRow(row.model_name, Object.values(row.metrics))),
      });
    }
    subtasks.forEach(visit);
  };
  tree.forEach(visit);
  return [...boards.values()];
}

/** A row in a form that both sides can be brought to: the model and its values in any order. */
function describeRow(model: string, values: readonly (string | null)[]): string {
  const texts = values.map((value) => value?.trim().replace(/\t/g, ' ') ?? '');
  return `${model.replace(/\s+/g, ' ').trim()}: ${texts
    .filter((value) => value !== '')
    .toSorted()
    .join('|')}`;
}
