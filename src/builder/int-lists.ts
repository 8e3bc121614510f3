/** Lists of integers one after another: list `i` is `items` from `starts[i]` to `starts[i + 1]`. */
export interface IntLists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** One of the lists, not copied; empty when there is none. */
export function listOf({ starts, items }: IntLists, list: number): Int32Array {
  return items.subarray(starts[list] ?? 0, starts[list + 1] ?? 0);
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
