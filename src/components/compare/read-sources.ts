import type { Board } from '../../format/records/board.ts';
import type { Link, PaperCard } from '../../format/records/shared.ts';
import { findModelRows, type SoughtModel } from '../../leaderboard/model-results.ts';
import type { ModelSources } from './model-cards.tsx';

/**
 * Papers and code of a model's rows on some boards. Papers are those of all rows of the name, to choose
 * from; the code is of the rows that the model is kept to.
 */
export function readSources(boards: readonly Board[], model: SoughtModel): ModelSources {
  const papers = new Map<string, { readonly card: PaperCard; rows: number }>();
  const code = new Map<string, Link>();
  for (const board of boards) {
    for (const place of findModelRows(board, { ...model, paper: null })) {
      const row = board.rows[place];
      const { paper } = row ?? {};
      if (paper !== undefined) {
        const known = papers.get(paper.slug);
        if (known === undefined) papers.set(paper.slug, { card: paper, rows: 1 });
        else known.rows++;
      }
      if (model.paper !== null && model.paper !== paper?.slug) continue;
      for (const link of row?.code ?? []) code.set(link.url, link);
    }
  }
  return {
    papers: [...papers.values()].toSorted((a, b) => b.rows - a.rows).map(({ card }) => card),
    code: [...code.values()],
  };
}
