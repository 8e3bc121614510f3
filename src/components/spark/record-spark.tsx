import type { BoardSummary } from '../../format/records/board.ts';
import { sparkStair } from './spark-shapes.ts';
import './spark.css';

const BOX = { width: 88, height: 22 };
/** Room for the stroke and the dot at the end. */
const EDGE = 3;

/** How the record of a board went over time, better upwards; nothing where that is not known. */
export function RecordSpark({ board }: { readonly board: BoardSummary }) {
  const { record, direction } = board;
  if (record === undefined || record.length < 2) return null;
  if (direction === undefined || direction === null) return null;
  const stair = sparkStair(record, direction, {
    width: BOX.width - 2 * EDGE,
    height: BOX.height - 2 * EDGE,
  });
  const first = record[0];
  const last = record.at(-1);
  const end = stair.at(-1);
  if (first === undefined || last === undefined || end === undefined) return null;
  return (
    <svg
      className="spark"
      viewBox={`${-EDGE} ${-EDGE} ${BOX.width} ${BOX.height}`}
      width={BOX.width}
      height={BOX.height}
      role="img"
      aria-label={`Record over time: ${first[1]} in ${first[0]}, ${last[1]} by ${last[0]}`}
    >
      <title>{`${first[1]} in ${first[0]}, ${last[1]} by ${last[0]}`}</title>
      <polyline
        className="spark-line"
        points={stair.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}
      />
      <circle className="spark-dot" cx={end.x} cy={end.y} r={2} />
    </svg>
  );
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
