/** Lists of integers one after another: list `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export interface IntLists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** One of the lists, not copied; empty when there is none. */
export function listOf({ starts, items }: IntLists, list: number): Int32Array {
  return items.subarray(starts[list] ?? 0, starts[list + 1] ?? 0);
}

/** Turns lists around: from features by paper to papers by feature, ascending. */
export function invertLists(lists: IntLists, keys: number): IntLists {
  const { starts, items } = lists;
  const owners = new Int32Array(items.length);
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    owners.fill(owner, starts[owner], starts[owner + 1]);
  }
  return groupPairs(items, owners, keys);
}

/** Counting sort of (key, value) pairs by key; values of one key stay in their order. */
export function groupPairs(keys: Int32Array, values: Int32Array, keyCount: number): IntLists {
  const starts = new Int32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) {
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  }
  const next = starts.slice();
  const items = new Int32Array(values.length);
  for (let pair = 0; pair < values.length; pair++) {
    const key = keys[pair] ?? 0;
    const place = next[key] ?? 0;
    items[place] = values[pair] ?? 0;
    next[key] = place + 1;
  }
  return { starts, items };
}

/** The lists with their items ascending and each once. */
export function withoutRepeats({ starts, items }: IntLists): IntLists {
  const kept = new Int32Array(items.length);
  const keptStarts = new Int32Array(starts.length);
  let length = 0;
  for (let list = 0; list + 1 < starts.length; list++) {
    const begin = length;
    for (const item of items.slice(starts[list], starts[list + 1]).sort()) {
      if (length === begin || kept[length - 1] !== item) kept[length++] = item;
    }
    keptStarts[list + 1] = length;
  }
  return { starts: keptStarts, items: kept.slice(0, length) };
}

/** The lists with those of their items alone that pass a test, in the same order. */
export function keepItems(
  { starts, items }: IntLists,
  isKept: (item: number) => boolean,
): IntLists {
  const kept = new Int32Array(items.length);
  const keptStarts = new Int32Array(starts.length);
  let length = 0;
  for (let list = 0; list + 1 < starts.length; list++) {
    const end = starts[list + 1] ?? 0;
    for (let place = starts[list] ?? 0; place < end; place++) {
      const item = items[place] ?? 0;
      if (isKept(item)) kept[length++] = item;
    }
    keptStarts[list + 1] = length;
  }
  return { starts: keptStarts, items: kept.slice(0, length) };
}
