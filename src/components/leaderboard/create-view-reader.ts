import type { BoardSearch } from './board-search.ts';
import type { BoardView } from './board-view.ts';
import { resolveView, type ResolvedView, type ViewContext } from './resolve-view.ts';

/**
 * Reads addresses one after the other, and gives the parts that have not changed as the same objects, so
 * that what follows from them need not be worked out again.
 */
export function createViewReader(context: ViewContext): (search: BoardSearch) => ResolvedView {
  let last: BoardView | null = null;
  return (search) => {
    const { view, problems } = resolveView(search, context);
    const before = last;
    last =
      before === null
        ? view
        : (Object.fromEntries(
            Object.entries(view).map(([field, value]: [string, unknown]) => {
              const known: unknown = before[field as keyof BoardView];
              return [field, isSame(known, value) ? known : value];
            }),
          ) as unknown as BoardView);
    return { view: last, problems };
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
