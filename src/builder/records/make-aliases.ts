import { aliasKey, MAX_ALIASED, type Alias } from '../../format/records/alias.ts';
import type { Dataset } from '../../format/records/dataset.ts';
import type { Method } from '../../format/records/method.ts';
import type { NameKind } from '../../format/records/name.ts';
import type { Task } from '../../format/records/task.ts';
import { compareText } from '../compare-text.ts';
import type { RankedBoard } from './rank-boards.ts';

/**
 * Names that lead to records by their letters and digits alone, by key. Under each name the records that are
 * called so in their slug come first, then those with most rows, papers or boards.
 */
export function makeAliases(records: {
  readonly boards: readonly RankedBoard[];
  readonly tasks: readonly Task[];
  readonly datasets: readonly Dataset[];
  readonly methods: readonly Method[];
}): [key: string, slugs: Alias][] {
  const found = new Map<string, Candidate[]>();
  const note = (kind: NameKind, slug: string, weight: number, names: readonly string[]): void => {
    const own = aliasKey(kind, slug);
    const keys = new Set([own, ...names.map((name) => aliasKey(kind, name))]);
    for (const key of keys) {
      if (key === null) continue;
      const candidates = found.get(key) ?? [];
      candidates.push({ slug, weight, isOwn: key === own });
      found.set(key, candidates);
    }
  };
  for (const { slug, raw } of records.boards) {
    const whole = [...raw.parents, raw.dataset].join(' ');
    note('board', slug, raw.rows.length, [
      `${raw.taskName} on ${raw.dataset}`,
      `${raw.taskName} on ${whole}`,
    ]);
  }
  for (const { slug, name, synonyms = [], boards, papers } of records.tasks) {
    note('task', slug, boards.length * 1000 + papers, [name, ...synonyms]);
  }
  for (const { slug, name, fullName = '', variants = [], papers } of records.datasets) {
    note('dataset', slug, papers, [name, fullName, ...variants]);
  }
  for (const { slug, name, fullName = '', papers } of records.methods) {
    note('method', slug, papers, [name, fullName]);
  }
  return [...found]
    .map(([key, candidates]): [string, Alias] => [key, bestOf(candidates)])
    .sort(([a], [b]) => compareText(a, b));
}

interface Candidate {
  readonly slug: string;
  readonly weight: number;
  /** The name is the record's own slug. */
  readonly isOwn: boolean;
}

function bestOf(candidates: readonly Candidate[]): string[] {
  return candidates
    .toSorted(
      (a, b) =>
        Number(b.isOwn) - Number(a.isOwn) || b.weight - a.weight || compareText(a.slug, b.slug),
    )
    .slice(0, MAX_ALIASED)
    .map(({ slug }) => slug);
}
