import { withoutAdvertisements } from './advertisement.ts';
import type { BoardListing } from './board.ts';
import type { DatasetListing } from './dataset.ts';
import type { MethodListing } from './method.ts';
import { NAME_KINDS, type Name, type NameKind } from './name.ts';
import type { TaskListing } from './task.ts';

/** Names of everything in the lists, in the order of the section of names. */
export function namesOfLists(lists: {
  readonly boards: readonly BoardListing[];
  readonly tasks: readonly TaskListing[];
  readonly datasets: readonly DatasetListing[];
  readonly methods: readonly MethodListing[];
}): Name[] {
  const names: Readonly<Record<NameKind, Name[]>> = {
    board: lists.boards.map(({ slug, task, dataset, rows }) => ({
      kind: 'board',
      slug,
      name: `${task.name} on ${dataset}`,
      size: rows,
    })),
    task: lists.tasks.map(({ slug, name, papers }) => ({ kind: 'task', slug, name, size: papers })),
    dataset: withoutAdvertisements(lists.datasets).map((one) => nameOf('dataset', one)),
    method: withoutAdvertisements(lists.methods).map((one) => nameOf('method', one)),
  };
  return NAME_KINDS.flatMap((kind) => names[kind].sort(biggestFirst));
}

function nameOf(kind: NameKind, one: DatasetListing | MethodListing): Name {
  const { slug, name, fullName, papers } = one;
  const hasFullName = fullName !== undefined && fullName !== name;
  return { kind, slug, name, ...(hasFullName && { fullName }), size: papers };
}

function biggestFirst(a: Name, b: Name): number {
  return b.size - a.size || (a.slug < b.slug ? -1 : 1);
}
