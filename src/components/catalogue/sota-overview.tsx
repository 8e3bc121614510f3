import { Link } from '@tanstack/react-router';
import type { Overview } from '../../format/records/overview.ts';
import { AreaCards } from './area-cards.tsx';
import { NotableBoards } from './notable-boards.tsx';

/** The state of the art at a glance: notable boards, and the areas. */
export function SotaOverview({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <section className="page-section" aria-labelledby="areas">
        <h2 id="areas">Areas</h2>
        <AreaCards areas={overview.areas} />
      </section>
      <section className="page-section" aria-labelledby="notable">
        <h2 id="notable">Notable benchmarks</h2>
        <NotableBoards boards={overview.notable} label="Notable benchmarks" />
        <p className="page-more">
          <Link to="/sota" search={{ all: true }}>
            All leaderboards by area
          </Link>{' '}
          · <Link to="/trends">Trends</Link>
        </p>
      </section>
    </>
  );
}
