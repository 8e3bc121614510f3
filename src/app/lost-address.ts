import { notFound, redirect } from '@tanstack/react-router';
import type { Archive } from '../archive/archive.ts';
import type { FoundPage } from '../archive/addresses/resolve-address.ts';

/** What the page that was not found can offer. Carried by `notFound`. */
export interface LostAddress {
  readonly candidates: readonly FoundPage[];
}

/** Whether what a not-found carries is ours: the router lets anybody put anything there. */
export function isLostAddress(data: unknown): data is LostAddress {
  return typeof data === 'object' && data !== null && 'candidates' in data;
}

/**
 * For an address whose record is not there: goes to the one page that it can mean, or says that there is none,
 * with the pages that it may mean.
 * @throws always: a redirect or a not-found of the router.
 */
export async function leaveLostAddress(
  archive: Archive,
  kind: FoundPage['kind'],
  slug: string,
): Promise<never> {
  const { resolveAddress } = await import('../archive/addresses/resolve-address.ts');
  const { createNameLookups } = await import('../archive/addresses/name-lookups.ts');
  const { same, others } = await resolveAddress(kind, slug, createNameLookups(archive));
  const [page] = same;
  if (page !== undefined && same.length === 1) goTo(page);
  const lost: LostAddress = { candidates: [...same, ...others] };
  throw notFound({ data: lost });
}

function goTo({ kind, slug }: FoundPage): never {
  // The query stays: `/sota/...?metric=` of an old spelling means the same view.
  const kept = { replace: true, search: true, hash: true } as const;
  switch (kind) {
    case 'board':
      throw redirect({ to: '/sota/$board', params: { board: slug }, ...kept });
    case 'task':
      throw redirect({ to: '/task/$task', params: { task: slug }, ...kept });
    case 'dataset':
      throw redirect({ to: '/dataset/$slug', params: { slug }, ...kept });
    case 'method':
      throw redirect({ to: '/method/$slug', params: { slug }, ...kept });
    case 'paper':
      throw redirect({ to: '/paper/$slug', params: { slug }, ...kept });
  }
}
