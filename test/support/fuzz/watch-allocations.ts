/**
 * Runs something and tells the size in bytes of the largest Uint8Array that it made by size: what a
 * decoder allocates because its input says so.
 */
export async function largestAllocation(run: () => Promise<unknown>): Promise<number> {
  const original = globalThis.Uint8Array;
  let largest = 0;
  globalThis.Uint8Array = new Proxy(original, {
    construct(target, args: unknown[], newTarget) {
      if (typeof args[0] === 'number') largest = Math.max(largest, args[0]);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  try {
    await run();
  } finally {
    globalThis.Uint8Array = original;
  }
  return largest;
}
