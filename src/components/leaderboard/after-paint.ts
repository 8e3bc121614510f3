import { startTransition, useEffect, useState } from 'react';

/** Calls back when the next frame has been painted. What it gives calls that off. */
export function afterPaint(work: () => void): () => void {
  let timer = 0;
  // A task that a frame asks for comes after it.
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * A value as it was until what is drawn with the new one is on the screen: for what may come a frame after
 * the thing that a person waits for. (`useDeferredValue` draws both in one frame where the change is a
 * deferred one itself.)
 *
 * @param first what it is in the first frame; without it, the value.
 */
export function useAfterPaint<T>(value: T, first: T = value): T {
  const [settled, setSettled] = useState(first);
  useEffect(() => afterPaint(() => startTransition(() => setSettled(value))), [value]);
  return settled;
}
