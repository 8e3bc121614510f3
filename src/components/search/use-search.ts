import { useEffect, useState } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import type { SearchRequest, SearchResponse } from '../../search/search-engine.ts';

/** What the page knows of the query that it shows. */
export type SearchState =
  | { readonly kind: 'idle' }
  /** `before`: what is still shown while the next answer is on its way. */
  | { readonly kind: 'searching'; readonly before: FoundPapers | null }
  | ({ readonly kind: 'found' } & FoundPapers)
  | { readonly kind: 'failed'; readonly error: Error };

export interface FoundPapers {
  readonly response: SearchResponse;
  /** Records of the papers of this page, in their order. */
  readonly papers: readonly { readonly number: number; readonly paper: Paper }[];
}

export interface SearchAccess {
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchResponse>;
  readPaper(number: number): Promise<Paper | null>;
}

/** How a request ended. */
type Outcome = Extract<SearchState, { kind: 'found' | 'failed' }>;

/**
 * Searches whenever the request changes; an answer that is no longer wanted is cancelled.
 * @param attempt another number searches anew.
 */
export function useSearch(
  access: SearchAccess,
  request: SearchRequest,
  attempt: number,
): SearchState {
  const [settled, setSettled] = useState<{ readonly key: string; readonly outcome: Outcome }>();
  const written = JSON.stringify(request);
  const key = `${attempt} ${written}`;
  const isEmpty = request.text.trim() === '';
  useEffect(() => {
    if (isEmpty) return undefined;
    const controller = new AbortController();
    const search = async (): Promise<void> => {
      const outcome = await run(access, JSON.parse(written) as SearchRequest, controller.signal);
      if (!controller.signal.aborted) setSettled({ key, outcome });
    };
    void search();
    return () => controller.abort();
  }, [access, key, written, isEmpty]);
  if (isEmpty) return { kind: 'idle' };
  if (settled?.key === key) return settled.outcome;
  return {
    kind: 'searching',
    before: settled?.outcome.kind === 'found' ? settled.outcome : null,
  };
}

async function run(
  access: SearchAccess,
  request: SearchRequest,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const response = await access.search(request, signal);
    const papers = await Promise.all(
      response.papers.map(async (number) => {
        const paper = await access.readPaper(number);
        return paper === null ? [] : [{ number, paper }];
      }),
    );
    return { kind: 'found', response, papers: papers.flat() };
  } catch (error) {
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** What a state has to show. */
export function foundIn(state: SearchState): FoundPapers | null {
  if (state.kind === 'found') return state;
  return state.kind === 'searching' ? state.before : null;
}
