import type { Ref } from '../../format/records/shared.ts';
import { slugOf } from '../slug-of.ts';
import type { RawTask } from './collect-tasks.ts';

/**
 * Areas of every task: its own categories, or those of the nearest ancestors that have some, all
 * ancestors of that distance. A task with two parents so belongs to the areas of both.
 */
export function planAreas(tasks: ReadonlyMap<string, RawTask>): Map<string, Ref[]> {
  // One object an area, so that it has one name wherever it stands.
  const known = new Map<string, Ref>();
  for (const { categories } of tasks.values()) {
    for (const name of categories) {
      const slug = slugOf(name);
      if (!known.has(slug)) known.set(slug, { slug, name });
    }
  }
  const areas = new Map<string, Ref[]>();
  for (const slug of tasks.keys()) areas.set(slug, areasOf(slug, tasks, known));
  return areas;
}

function areasOf(
  slug: string,
  tasks: ReadonlyMap<string, RawTask>,
  known: ReadonlyMap<string, Ref>,
): Ref[] {
  const seen = new Set([slug]);
  let level = [slug];
  while (level.length > 0) {
    const found = new Set<Ref>();
    for (const member of level) {
      for (const name of tasks.get(member)?.categories ?? []) {
        const area = known.get(slugOf(name));
        if (area !== undefined) found.add(area);
      }
    }
    if (found.size > 0) return [...found];
    const above: string[] = [];
    for (const member of level) {
      for (const parent of tasks.get(member)?.parents ?? []) {
        // Each once: the tree of a hostile dump may be a circle.
        if (!seen.has(parent)) above.push(parent);
        seen.add(parent);
      }
    }
    level = above;
  }
  return [];
}
