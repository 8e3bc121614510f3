import {
  createRootRouteWithContext,
  Outlet,
  useRouterState,
  type NotFoundRouteProps,
} from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { isLostAddress } from '../app/lost-address.ts';
import { PaletteLauncher } from '../app/palette/palette-launcher.tsx';
import type { RouterContext } from '../app/router-context.ts';
import { UpdateNotice } from '../app/update-notice.tsx';
import { useInstaller, useInstallerState } from '../app/use-device.ts';
import { useSnapshotDate } from '../app/use-snapshot-date.ts';
import { PagePending } from '../components/layout/page-pending.tsx';
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

/** Loaded when it is needed: it searches, which no other first page does. */
const NotFoundPage = lazy(() => import('../app/not-found-page.tsx'));

function NotFound({ data }: NotFoundRouteProps) {
  const { services } = Route.useRouteContext();
  const lost = isLostAddress(data) ? data : null;
  return (
    <Suspense fallback={<PagePending />}>
      <NotFoundPage services={services} lost={lost} />
    </Suspense>
  );
}
