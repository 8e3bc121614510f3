/** Query string of the list of papers, as it stands in the address and not yet believed. */
export interface PapersSearch {
  readonly page?: number | string;
}

export function parsePapersSearch(search: Record<string, unknown>): PapersSearch {
  const { page } = search;
  return typeof page === 'number' || (typeof page === 'string' && page !== '') ? { page } : {};
}

/** The page, from 1, that an address asks for; a wrong one falls back and says so in `problem`. */
export function resolvePage(
  { page: asked }: PapersSearch,
  pages: number,
): { readonly page: number; readonly problem: string | null } {
  if (asked === undefined) return { page: 1, problem: null };
  const page = Number(asked);
  if (!Number.isSafeInteger(page) || page < 1) {
    return {
      page: 1,
      problem: `The address asks for page “${asked}”, which is not a number from 1. Shown is the first.`,
    };
  }
  if (page > pages) {
    return {
      page: pages,
      problem: `The address asks for page ${page}; there are ${pages}. Shown is the last.`,
    };
  }
  return { page, problem: null };
}
