import type { GrowingLists } from './growable-ints.ts';

/** Lists of integers one after another: list `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export interface IntLists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** One of the lists, not copied; empty when there is none. */
export function listOf({ starts, items }: IntLists, list: number): Int32Array {
  return items.subarray(starts[list] ?? 0, starts[list + 1] ?? 0);
}

/** For each item up to `items` the places of the lists that hold it, ascending. A counting sort. */
export function invertLists(lists: GrowingLists, items: number): IntLists {
  const starts = new Int32Array(items + 1);
  for (const item of lists.items()) starts[item + 1] = (starts[item + 1] ?? 0) + 1;
  for (let item = 0; item < items; item++) {
    starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0);
  }
  const next = starts.slice();
  const holders = new Int32Array(starts[items] ?? 0);
  for (let list = 0; list < lists.length; list++) {
    for (const item of lists.at(list)) {
      const place = next[item] ?? 0;
      holders[place] = list;
      next[item] = place + 1;
    }
  }
  return { starts, items: holders };
}
