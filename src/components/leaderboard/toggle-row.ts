import type { BoardView } from './board-view.ts';

/** The change of a view that selects a row, or leaves it out again. @param place in the archive's order. */
export function toggleRow(
  place: number,
): (view: Pick<BoardView, 'selected'>) => Pick<BoardView, 'selected'> {
  return ({ selected }) => ({
    selected: selected.includes(place)
      ? selected.filter((one) => one !== place)
      : [...selected, place],
  });
}
