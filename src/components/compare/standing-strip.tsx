import { standingOf, type BoardComparison } from '../../leaderboard/compare-models.ts';
import { SeriesShape } from './series-mark.tsx';

const WIDTH_PX = 180;
const HEIGHT_PX = 24;
const MARGIN_PX = 9;

/**
 * Where the models stand on one board: the last of its ranks at the left, the first at the right. A chart
 * for the eye; the same stands in the cells beside it as ranks.
 */
export function StandingStrip({ comparison }: { readonly comparison: BoardComparison }) {
  const { metric, results } = comparison;
  const marks = results.flatMap((result, model) => {
    const standing = standingOf(metric, result?.rank ?? null);
    return standing === null ? [] : [{ model, standing }];
  });
  if (marks.length === 0) return null;
  return (
    <svg
      className="standing-strip"
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      width={WIDTH_PX}
      height={HEIGHT_PX}
      aria-hidden="true"
    >
      <path
        className="standing-base"
        d={`M${MARGIN_PX},${HEIGHT_PX / 2}H${WIDTH_PX - MARGIN_PX}M${MARGIN_PX},8v8M${WIDTH_PX - MARGIN_PX},8v8`}
      />
      {marks.toReversed().map(({ model, standing }) => (
        <SeriesShape
          key={model}
          model={model}
          x={MARGIN_PX + standing * (WIDTH_PX - 2 * MARGIN_PX)}
          y={HEIGHT_PX / 2}
        />
      ))}
    </svg>
  );
}
