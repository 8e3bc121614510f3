import { createFileRoute, Link } from '@tanstack/react-router';
import { HomeIntroduction } from '../components/home/home-introduction.tsx';
import { AreaCards } from '../components/catalogue/area-cards.tsx';
import { NotableBoards } from '../components/catalogue/notable-boards.tsx';
import { PaperCards } from '../components/paper/paper-cards.tsx';
import { PageHead } from '../components/layout/page-head.tsx';
import { useDevice } from '../app/use-device.ts';

export const Route = createFileRoute('/')({
  loader: async ({ context }) => {
    const { archive } = await context.services.archive();
    return { overview: await archive.overview(), manifest: archive.manifest };
  },
  component: HomePage,
});

function HomePage() {
  const { overview, manifest } = Route.useLoaderData();
  const { services } = Route.useRouteContext();
  const device = useDevice(services);
  return (
    <>
      <PageHead description="Leaderboards, papers, datasets and methods of machine learning: the Papers With Code archive, with no server and no connection needed." />
      <HomeIntroduction manifest={manifest} isInstalled={device.packs.length > 0} />
      <section className="page-section" aria-labelledby="areas">
        <h2 id="areas">Areas</h2>
        <AreaCards areas={overview.areas} isBrief />
      </section>
      <section className="page-section" aria-labelledby="notable">
        <h2 id="notable">Notable benchmarks</h2>
        <NotableBoards boards={overview.notable} label="Notable benchmarks" />
        <p className="page-more">
          <Link to="/sota">All leaderboards</Link>
        </p>
      </section>
      <section className="page-section" aria-labelledby="latest">
        <h2 id="latest">Latest papers</h2>
        <PaperCards papers={overview.latest} />
        <p className="page-more">
          <Link to="/papers">More papers</Link>
        </p>
      </section>
    </>
  );
}
