import { Link } from '@tanstack/react-router';
import { Problem } from '../layout/problem.tsx';

/** Why nothing could be searched, and what helps. */
export function SearchFailure({ error }: { readonly error: Error }) {
  return (
    <Problem
      title="Search is not on your device"
      detail={error.message}
      actions={
        <Link to="/offline" className="button" data-kind="primary">
          What is on this device
        </Link>
      }
    >
      <p>
        Install <strong>Papers</strong> to search titles and authors without a connection, and{' '}
        <strong>Abstracts</strong> to search every word.
      </p>
    </Problem>
  );
}
