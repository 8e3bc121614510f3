import { Link } from '@tanstack/react-router';
import type { Method } from '../../format/records/method.ts';
import { slugify } from '../../format/slug.ts';
import { FoldedList } from './folded-list.tsx';
import { groupCollections } from './group-collections.ts';
import './method-collections.css';

const SHOWN = 12;

/** Collections of a method, under their areas. Each leads to the methods that share it. */
export function MethodCollections({
  collections,
}: {
  readonly collections: NonNullable<Method['collections']>;
}) {
  return (
    <ul className="plain method-collections">
      {groupCollections(collections).map(({ area, names }) => (
        <li key={area ?? ''}>
          {area !== null && (
            <>
              <Link
                to="/methods/area/$area"
                params={{ area: slugify(area) }}
                className="method-collections-area"
              >
                {area}
              </Link>{' '}
            </>
          )}
          <FoldedList
            items={names}
            first={SHOWN}
            keyOf={(name) => name}
            render={(name) => (
              <Link to="/methods/category/$slug" params={{ slug: slugify(name) }}>
                {name}
              </Link>
            )}
          />
        </li>
      ))}
    </ul>
  );
}
