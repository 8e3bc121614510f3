import { Link } from '@tanstack/react-router';
import type { ListSetName } from '../../search/list-set-name.ts';
import { withoutOperators } from './query-filters.ts';

/** What is left to try when nothing was found, and nothing like it. */
export function NothingFound({
  text,
  setName,
}: {
  readonly text: string;
  readonly setName: ListSetName;
}) {
  // Filters that leave nothing over were left out already.
  const plain = /"|(?<=^|\s)-/.test(text) ? withoutOperators(text) : '';
  return (
    <section className="nothing-found">
      <h2>What else you can try</h2>
      <ul>
        {plain !== '' && (
          <li>
            Without quotes, exclusions and filters:{' '}
            <Link to="/search" search={{ q: plain }}>
              {plain}
            </Link>
          </li>
        )}
        <li>Fewer words, or more usual ones.</li>
        {setName === 'titles' && (
          <li>
            Only titles and authors were searched. With the pack <strong>Abstracts</strong> every
            word is: <Link to="/offline">see what is on this device</Link>.
          </li>
        )}
        <li>
          By name: <Link to="/tasks">tasks</Link>, <Link to="/sota">leaderboards</Link>,{' '}
          <Link to="/datasets">datasets</Link>, <Link to="/methods">methods</Link>.
        </li>
      </ul>
    </section>
  );
}
