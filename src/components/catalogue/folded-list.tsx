import { Fragment, useState, type ReactNode } from 'react';
import { formatCount } from '../format/numbers.ts';
import './folded-list.css';

/** So few more are shown at once. */
const SPARE = 2;

/** Stays with the name before it when the line breaks. */
const DOT = '\u00a0· ';

/** Names in a row, which may hold commas themselves; a long row is folded. */
export function FoldedList<T>({
  items,
  first,
  keyOf,
  render,
}: {
  readonly items: readonly T[];
  /** How many are shown at first. */
  readonly first: number;
  readonly keyOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
}) {
  const [isWhole, setWhole] = useState(items.length <= first + SPARE);
  const shown = isWhole ? items : items.slice(0, first);
  return (
    <>
      {shown.map((item, position) => (
        <Fragment key={keyOf(item)}>
          {position > 0 && <span className="folded-list-dot">{DOT}</span>}
          {render(item)}
        </Fragment>
      ))}
      {!isWhole && (
        <>
          <span className="folded-list-dot">{DOT}</span>
          <button type="button" className="text-button" onClick={() => setWhole(true)}>
            and {formatCount(items.length - first)} more
          </button>
        </>
      )}
    </>
  );
}
