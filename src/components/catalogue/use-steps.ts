import { useState } from 'react';

/**
 * Shows a long list in steps. `key` names the list: when it changes, it begins anew.
 */
export function useSteps(
  total: number,
  { first, step, key }: { readonly first: number; readonly step: number; readonly key: string },
): { readonly count: number; readonly showMore: (() => void) | null; readonly next: number } {
  const [opened, setOpened] = useState({ key, count: first });
  const asked = opened.key === key ? opened.count : first;
  // A few left over are not worth a button.
  const count = asked + Math.ceil(step / 20) >= total ? total : asked;
  return {
    count,
    next: Math.min(step, total - count),
    showMore: count === total ? null : () => setOpened({ key, count: count + step }),
  };
}
