import { createFileRoute, redirect } from '@tanstack/react-router';

/** The old site's second address of the newest papers. */
export const Route = createFileRoute('/latest')({
  beforeLoad() {
    throw redirect({ to: '/papers', replace: true });
  },
});
