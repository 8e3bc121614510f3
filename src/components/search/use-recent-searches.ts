import { useEffect, useMemo, useState } from 'react';
import type { RecentSearches } from '../../db/recent-searches.ts';

export interface RecentSearchesOfPerson {
  /** Latest first; none while they are read, and where nothing is stored. */
  readonly texts: readonly string[];
  readonly add: (text: string) => void;
  readonly remove: (text: string) => void;
  readonly clear: () => void;
}

/** The recent searches of this device. What another tab changes shows when they are opened anew. */
export function useRecentSearches(access: {
  recentSearches(): Promise<RecentSearches | null>;
}): RecentSearchesOfPerson {
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void list(access).then((found) => {
      if (isCurrent) setTexts(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [access]);

  const actions = useMemo(() => {
    /** A search that cannot be kept is no harm: the search itself goes on. */
    async function change(apply: (store: RecentSearches) => Promise<void>): Promise<void> {
      const store = await access.recentSearches();
      if (store !== null) await apply(store).catch(() => undefined);
      setTexts(await list(access));
    }
    return {
      add: (text: string) => void change((store) => store.add(text)),
      remove: (text: string) => void change((store) => store.remove(text)),
      clear: () => void change((store) => store.clear()),
    };
  }, [access]);
  return { texts, ...actions };
}

async function list(access: {
  recentSearches(): Promise<RecentSearches | null>;
}): Promise<readonly string[]> {
  return (await access.recentSearches())?.list().catch(() => []) ?? [];
}
