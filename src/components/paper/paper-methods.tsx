import { Link } from '@tanstack/react-router';
import type { LooseRef } from '../../format/records/shared.ts';

/** Methods that the archive found in a paper. */
export function PaperMethods({ methods }: { readonly methods: readonly LooseRef[] }) {
  return (
    <section className="page-section">
      <h2>Methods</h2>
      <ul className="plain chips">
        {methods.map((method) => (
          <li key={method.slug ?? method.name}>
            {method.slug === undefined ? (
              <span className="chip" data-kind="plain">
                {method.name}
              </span>
            ) : (
              <Link to="/method/$slug" params={{ slug: method.slug }} className="chip">
                {method.name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
