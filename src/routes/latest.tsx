import { createFileRoute, redirect } from '@tanstack/react-router';
import { parsePapersSearch } from '../components/paper/papers-search.ts';

/** The old site's second address of the newest papers. */
export const Route = createFileRoute('/latest')({
  validateSearch: parsePapersSearch,
  beforeLoad({ search }) {
    throw redirect({ to: '/papers', search, replace: true });
  },
});
