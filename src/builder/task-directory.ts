import type { Ref } from '../format/records/shared.ts';
import { compareText } from './compare-text.ts';
import type { RawTask } from './evaluation/collect-tasks.ts';
import type { TaskNames } from './papers/task-names.ts';

/** A task of the snapshot: of the evaluation tables, of papers, or of both. */
export interface TaskEntry {
  readonly ref: Ref;
  readonly synonyms: readonly string[];
  /** Null for a task that only papers name. */
  readonly raw: RawTask | null;
  /** Id among the tasks that papers name; null when none does. */
  readonly namedId: number | null;
}

/** Spellings of papers' free text are many; a few serve to find the task. */
const MAX_SPELLINGS = 20;

/**
 * All tasks by slug, in the order of their slugs. A task is called as most of its boards call it;
 * one without boards as most papers do.
 */
export function planTaskDirectory(
  tasks: ReadonlyMap<string, RawTask>,
  names: TaskNames,
): Map<string, TaskEntry> {
  const slugs = [...new Set([...tasks.keys(), ...names.slugs])].sort(compareText);
  return new Map(slugs.map((slug) => [slug, entryOf(slug, tasks.get(slug) ?? null, names)]));
}

function entryOf(slug: string, raw: RawTask | null, names: TaskNames): TaskEntry {
  const namedId = names.idOf(slug) ?? null;
  const inTables = [...(raw?.spellings ?? [])]
    .sort(([a, boardsA], [b, boardsB]) => boardsB - boardsA || compareText(a, b))
    .map(([name]) => name);
  const onPapers = namedId === null ? [] : names.spellings(namedId);
  const name = inTables[0] ?? onPapers[0] ?? slug;
  const synonyms = new Set([...inTables, ...(raw?.synonyms ?? [])]);
  synonyms.delete(name);
  const known = new Set([name, ...synonyms].map((spelling) => spelling.toLowerCase()));
  for (const spelling of onPapers.slice(0, MAX_SPELLINGS)) {
    // Differences of case alone help nobody to find the task.
    if (!known.has(spelling.toLowerCase())) synonyms.add(spelling);
    known.add(spelling.toLowerCase());
  }
  return { ref: { slug, name }, synonyms: [...synonyms], raw, namedId };
}
