import type { ErrorComponentProps } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

/**
 * What a page shows when its data could not be read. Its words come when they are needed: few pages fail,
 * and every page would wait for them. The service worker has them where there is no connection.
 */
const RouteError = lazy(() =>
  import('./route-error.tsx').then(
    (module) => ({ default: module.RouteError }),
    () => ({ default: BareError }),
  ),
);

export function PageError(props: ErrorComponentProps) {
  return (
    <Suspense fallback={null}>
      <RouteError {...props} />
    </Suspense>
  );
}

/** Where not even the words can be had. */
function BareError({ error }: ErrorComponentProps) {
  return (
    <div className="notice" role="alert">
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        Reload
      </button>
    </div>
  );
}
