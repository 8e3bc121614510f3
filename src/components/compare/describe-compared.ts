import type { Compared } from './compare-page.tsx';
import type { CompareSearch } from './compare-search.ts';
import { resolveModelsView } from './resolve-models-view.ts';
import { titleOf } from './shared-board.ts';

/** Title and description of a comparison, for the browser and for who links to it. */
export function describeCompared(
  compared: Compared,
  search: CompareSearch,
): { readonly title: string; readonly description: string } {
  const names =
    compared.kind === 'models'
      ? resolveModelsView(search).view.models.map(
          ({ name }, place) => compared.records[place]?.name ?? name,
        )
      : compared.boards.flatMap((board) => (board === null ? [] : [titleOf(board)]));
  if (names.length < 2) {
    return {
      title: 'Compare',
      description:
        'Compare models over every leaderboard they share, or two leaderboards over their models.',
    };
  }
  const list = names.join(' vs. ');
  return {
    title: list,
    description:
      compared.kind === 'models'
        ? `${list}: who is better on which of the ${compared.boards.length} leaderboards they share.`
        : `How far ${names.join(' and ')} agree on the order of the models they share.`,
  };
}
