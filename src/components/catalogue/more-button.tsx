import { formatCount } from '../format/numbers.ts';
import './more-button.css';

/** Shows the next part of a list. Nothing when all of it is shown. */
export function MoreButton({
  onClick,
  next,
  rest,
  what,
}: {
  readonly onClick: (() => void) | null;
  /** How many the next step shows. */
  readonly next: number;
  /** How many are not shown yet. */
  readonly rest: number;
  /** In the plural: "tasks". */
  readonly what: string;
}) {
  if (onClick === null) return null;
  return (
    <button type="button" className="button more-button no-print" onClick={onClick}>
      {next === rest
        ? `Show the other ${formatCount(rest)} ${what}`
        : `Show ${formatCount(next)} more of ${formatCount(rest)} ${what}`}
    </button>
  );
}
