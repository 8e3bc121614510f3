import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { NoSnapshotError, NotOnDeviceError } from '../archive/errors.ts';
import { HashMismatchError, MalformedError, UnreadableVersionError } from '../format/errors.ts';
import { SnapshotRefusedError } from '../format/trust/refusal.ts';
import { HostRefusedError } from '../host/errors.ts';
import { Problem } from '../components/layout/problem.tsx';
import { packTitle } from '../components/packs.ts';

/** What a page shows when its data could not be read: each kind of failure in its own words. */
export function RouteError({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const router = useRouter();
  const retry = (
    <button
      type="button"
      className="button"
      onClick={() => {
        reset();
        void router.invalidate();
      }}
    >
      Try again
    </button>
  );
  const toOffline = (
    <Link to="/offline" className="button" data-kind="primary">
      What is on this device
    </Link>
  );

  if (error instanceof NotOnDeviceError) {
    return (
      <Problem
        title="This page is not on your device"
        detail={error.message}
        actions={
          <>
            {toOffline}
            {retry}
          </>
        }
      >
        <p>
          It is part of the <strong>{packTitle(error.pack)}</strong> pack, which is not installed
          here, and the archive cannot be reached right now. Once you are online again, open this
          page or install the pack to have it without a connection.
        </p>
      </Problem>
    );
  }
  if (error instanceof NoSnapshotError) {
    return (
      <Problem title="The archive cannot be reached" detail={describe(error)} actions={retry}>
        <p>
          Nothing is installed on this device yet, and there is no answer from the host of the
          archive. Check the connection and try again. Once the archive is installed, every page
          works without one.
        </p>
      </Problem>
    );
  }
  if (error instanceof UnreadableVersionError) {
    return (
      <Problem
        title="This archive is newer than your app"
        detail={error.message}
        actions={
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload
          </button>
        }
      >
        <p>
          The archive is published in format {error.found}; this version of the app reads up to
          format {error.newestReadable}. Reload to get the newest app. Anything you have installed
          is untouched.
        </p>
      </Problem>
    );
  }
  if (error instanceof HashMismatchError) {
    return (
      <Problem title="A part of the archive arrived damaged" detail={error.message} actions={retry}>
        <p>
          Block <code>{error.expected}</code> was fetched twice, and both copies differ from what
          the archive promises, so neither was used or kept. This is the host's or the network's
          fault; nothing on this device is harmed.
        </p>
      </Problem>
    );
  }
  if (error instanceof HostRefusedError) {
    return (
      <Problem
        title="The host does not have this part of the archive"
        detail={error.message}
        actions={
          <>
            <button type="button" className="button" onClick={() => location.reload()}>
              Reload
            </button>
            {toOffline}
          </>
        }
      >
        <p>
          A newer archive may have been published while this page was open: reloading gets it. If
          this stays, the site was published without its archive.
        </p>
      </Problem>
    );
  }
  if (error instanceof SnapshotRefusedError) {
    return (
      <Problem
        title="This archive was refused"
        detail={error.message}
        actions={
          <>
            {retry}
            {toOffline}
          </>
        }
      >
        <p>
          Nothing of it was used or kept. What is installed on this device stays as it is and goes
          on working.
        </p>
      </Problem>
    );
  }
  if (error instanceof MalformedError) {
    return (
      <Problem
        title="A part of the archive cannot be read"
        detail={describe(error)}
        actions={retry}
      >
        <p>It does not have the shape that the format asks for. Other pages are not affected.</p>
      </Problem>
    );
  }
  return (
    <Problem title="Something went wrong on this page" detail={describe(error)} actions={retry}>
      <p>This is a mistake in the app. The rest of it still works.</p>
    </Problem>
  );
}

function describe(error: Error): string {
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
