import { createRootRouteWithContext, Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { PaletteLauncher } from '../app/palette/palette-launcher.tsx';
import type { RouterContext } from '../app/router-context.ts';
import { UpdateNotice } from '../app/update-notice.tsx';
import { useInstaller, useInstallerState } from '../app/use-device.ts';
import { useSnapshotDate } from '../app/use-snapshot-date.ts';
import { PageHead } from '../components/layout/page-head.tsx';
import { Problem } from '../components/layout/problem.tsx';
import { SiteFooter } from '../components/layout/site-footer.tsx';
import { jobProgress } from '../components/offline/job-progress.ts';
import { SiteHeader } from '../components/layout/site-header.tsx';
import '../components/controls/controls.css';
import '../components/layout/page.css';

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFound,
});

function Root() {
  const { services } = Route.useRouteContext();
  const { device, job } = useInstallerState(useInstaller(services));
  const date = useSnapshotDate(services);
  const main = useFocusOnNavigation();
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <SiteHeader
        search={<PaletteLauncher services={services} />}
        isInstalled={device.packs.length > 0}
        progress={jobProgress(job)}
      />
      <main id="main" className="page" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <SiteFooter date={date} version={services.appVersion} />
      <UpdateNotice />
    </>
  );
}

/** After a change of page the reading position of screen readers and the tab key starts at its top. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== pathname) {
      main.current?.focus({ preventScroll: true });
    }
    shown.current = pathname;
  }, [pathname]);
  return main;
}

function NotFound() {
  return (
    <>
      <PageHead title="Not found" description="There is no such page in the archive." />
      <Problem
        title="There is no such page"
        actions={
          <>
            <Link to="/sota" className="button" data-kind="primary">
              All leaderboards
            </Link>
            <Link to="/tasks" className="button">
              Tasks
            </Link>
            <Link to="/papers" className="button">
              Papers
            </Link>
          </>
        }
      >
        <p>
          The archive has nothing under this address. If it comes from an old link, the record may
          have had another name, or it was never part of the published dumps.
        </p>
      </Problem>
    </>
  );
}
