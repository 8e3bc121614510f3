import { createRouter } from '@tanstack/react-router';
import { PagePending } from '../components/layout/page-pending.tsx';
import { encodePlainSearch, parsePlainSearch } from './plain-search.ts';
import { PageError } from './page-error.tsx';
import { routeTree } from './route-tree.gen.ts';
import type { RouterContext } from './router-context.ts';

/** @param basePath path that the site lives under, with slashes at both ends. */
export function createAppRouter(context: RouterContext, basePath: string) {
  return createRouter({
    routeTree,
    basepath: basePath,
    context,
    parseSearch: parsePlainSearch,
    stringifySearch: encodePlainSearch,
    defaultPreload: 'intent',
    // A snapshot never changes under an open page.
    defaultStaleTime: Infinity,
    defaultPendingMs: 120,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
    trailingSlash: 'never',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
