import type { Direction } from '../../format/records/shared.ts';

/** A metric with an arrow for the way it gets better, where that is known. */
export function MetricName({
  name,
  direction,
}: {
  readonly name: string;
  readonly direction: Direction | null;
}) {
  if (direction === null) return <>{name}</>;
  return (
    <>
      {name}
      <span title={`${direction} is better`}>
        {direction === 'higher' ? '\u00a0↑' : '\u00a0↓'}
        <span className="visually-hidden"> ({direction} is better)</span>
      </span>
    </>
  );
}
