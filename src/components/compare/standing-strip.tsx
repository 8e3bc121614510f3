import { standingOf, type BoardComparison } from '../../leaderboard/compare-models.ts';
import { SeriesMark } from './series-mark.tsx';

/**
 * Where the models stand on one board: the last of its ranks at the left, the first at the right. A chart
 * for the eye, as wide as the style sheet has it; the same stands in the cells beside it as ranks.
 */
export function StandingStrip({ comparison }: { readonly comparison: BoardComparison }) {
  const { metric, results } = comparison;
  const marks = results.flatMap((result, model) => {
    const standing = standingOf(metric, result?.rank ?? null);
    return standing === null ? [] : [{ model, standing }];
  });
  if (marks.length === 0) return null;
  return (
    <span className="standing-strip" aria-hidden="true">
      {marks.toReversed().map(({ model, standing }) => (
        <span key={model} style={{ left: `${standing * 100}%` }}>
          <SeriesMark model={model} />
        </span>
      ))}
    </span>
  );
}
