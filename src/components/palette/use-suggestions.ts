import { useEffect, useState } from 'react';
import type { NameSuggestion, PaperSuggestions } from '../../worker/suggestion.ts';
import { resolveAddress, type FoundAddress } from '../search/resolve-address.ts';
import type { PaletteAccess } from './palette-access.ts';
import { SHOWN } from './plan-palette.ts';

export interface Suggestions {
  readonly names: readonly NameSuggestion[];
  readonly papers: PaperSuggestions | null;
  readonly address: FoundAddress | null;
  /** Text that names and address are of; those before stay until the next come. */
  readonly text: string;
  /** Why names or papers could not be read. */
  readonly error: Error | null;
}

const NOTHING: Suggestions = { names: [], papers: null, address: null, text: '', error: null };

/** Papers are looked for when the typing pauses this long: names come at every letter. */
const PAPERS_AFTER_MS = 40;

/** What there is for a text, as it comes. What was asked for a text before is cancelled. */
export function useSuggestions(access: PaletteAccess, typed: string): Suggestions {
  const [state, setState] = useState(NOTHING);
  const text = typed.trim();
  useEffect(() => {
    if (text === '') return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const change = (part: Partial<Suggestions>): void => {
      if (!signal.aborted) setState((before) => ({ ...before, ...part }));
    };
    const fail = (error: unknown): void => {
      change({ error: error instanceof Error ? error : new Error(String(error)) });
    };
    const readNames = async (): Promise<void> => {
      const [names, address] = await Promise.all([
        access.suggestNames({ text, limit: SHOWN }, signal),
        resolveAddress(text, access),
      ]);
      change({ names, address, text, error: null });
    };
    const readPapers = async (): Promise<void> => {
      change({ papers: await access.suggestPapers({ text, limit: SHOWN }, signal) });
    };
    readNames().catch((error: unknown) => {
      fail(error);
      change({ names: [], address: null, text });
    });
    const timer = setTimeout(() => {
      readPapers().catch((error: unknown) => {
        fail(error);
        change({ papers: null });
      });
    }, PAPERS_AFTER_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [access, text]);
  return text === '' ? NOTHING : state;
}
