import { Link } from '@tanstack/react-router';
import type { SearchFailure as Failure } from '../../worker/protocol.ts';
import { Problem } from '../layout/problem.tsx';

/** Why nothing could be searched, and what helps. */
export function SearchFailure({
  error,
  onRetry,
}: {
  readonly error: Error & { readonly failure?: Failure };
  readonly onRetry: () => void;
}) {
  const { failure } = error;
  const device = (
    <Link to="/offline" className="button" data-kind="primary">
      What is on this device
    </Link>
  );
  if (failure?.pack !== undefined) {
    return (
      <Problem
        heading="h2"
        title="Search is not on your device"
        detail={error.message}
        actions={device}
      >
        <p>
          Install <strong>Papers</strong> to search titles and authors without a connection, and{' '}
          <strong>Abstracts</strong> to search every word.
        </p>
      </Problem>
    );
  }
  if (failure?.name === 'SearchUnavailableError') {
    return (
      <Problem heading="h2" title="This archive cannot be searched" actions={device}>
        <p>{error.message}</p>
      </Problem>
    );
  }
  return (
    <Problem
      heading="h2"
      title="The search failed"
      actions={
        <>
          <button type="button" className="button" data-kind="primary" onClick={onRetry}>
            Try again
          </button>
          <Link to="/offline" className="button">
            What is on this device
          </Link>
        </>
      }
    >
      <p>{error.message}</p>
    </Problem>
  );
}
