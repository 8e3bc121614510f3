import { modelKey } from '../../format/model-key.ts';
import type { Model } from '../../format/records/model.ts';
import { compareText } from '../compare-text.ts';
import { defined } from '../defined.ts';
import type { RankedBoard } from './rank-boards.ts';

interface Entry {
  /** Rows by the spelling of the name. */
  readonly spellings: Map<string, number>;
  /** Slugs. */
  readonly boards: Set<string>;
  readonly papers: Set<number>;
}

/** Which boards hold which model, by key of the model. Rows without a name are of none. */
export function makeModels(boards: readonly RankedBoard[]): Model[] {
  const entries = new Map<string, Entry>();
  for (const { raw, slug, papers } of boards) {
    for (const [place, { model }] of raw.rows.entries()) {
      const key = modelKey(model);
      if (key === '') continue;
      const entry = entries.get(key) ?? {
        spellings: new Map<string, number>(),
        boards: new Set<string>(),
        papers: new Set<number>(),
      };
      entries.set(key, entry);
      entry.spellings.set(model, (entry.spellings.get(model) ?? 0) + 1);
      entry.boards.add(slug);
      const paper = papers[place];
      if (paper !== undefined) entry.papers.add(paper);
    }
  }
  return [...entries]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, entry]) =>
      defined({
        name: mostUsed(entry.spellings),
        boards: [...entry.boards].sort(compareText),
        papers: entry.papers.size > 1 ? entry.papers.size : undefined,
      }),
    );
}

/** The first in code-unit order where several are used as often. */
function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(
    ([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || compareText(a, b),
  );
  return first?.[0] ?? '';
}
