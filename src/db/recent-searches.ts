import * as v from 'valibot';
import type { ArchiveDatabase } from './database.ts';

/** What was searched for on this device: the person's own, so it stays when packs are removed. */
export interface RecentSearches {
  /** Latest first. */
  list(): Promise<string[]>;
  /** Puts a text first; what it goes on from, or repeats, is dropped. */
  add(text: string): Promise<void>;
  remove(text: string): Promise<void>;
  clear(): Promise<void>;
}

const KEY = 'recent-searches';
const MAX_KEPT = 20;
/** Longer texts are pasted, not searched for again. */
const MAX_LENGTH = 200;

/** The record in the table of states, key 'recent-searches'. */
export interface RecentSearchesState {
  readonly key: typeof KEY;
  readonly texts: readonly string[];
}

const StateSchema = v.object({ key: v.literal(KEY), texts: v.array(v.string()) });

export function createRecentSearches({ state }: ArchiveDatabase): RecentSearches {
  async function read(): Promise<string[]> {
    const parsed = v.safeParse(StateSchema, await state.get(KEY));
    return parsed.success ? parsed.output.texts : [];
  }

  async function change(changed: (texts: readonly string[]) => readonly string[]): Promise<void> {
    await state.db.transaction('rw', state, async () => {
      await state.put({ key: KEY, texts: changed(await read()) });
    });
  }

  return {
    list: read,
    async add(text) {
      const added = text.trim().replace(/\s+/g, ' ');
      if (added === '' || added.length > MAX_LENGTH) return;
      await change((texts) => [added, ...withoutSupersededBy(added, texts)].slice(0, MAX_KEPT));
    },
    remove: (text) => change((texts) => texts.filter((other) => other !== text)),
    clear: () => change(() => []),
  };
}

/** Without the same text in another case, and without the last one where the new one only goes on from it. */
function withoutSupersededBy(added: string, texts: readonly string[]): string[] {
  const lower = added.toLowerCase();
  return texts.filter((text, place) => {
    const other = text.toLowerCase();
    return other !== lower && !(place === 0 && lower.startsWith(other));
  });
}
