/** What makes a board notable: how much was measured on it, by how many, for how long. */
export interface BoardActivity {
  readonly results: number;
  /** Different papers that its results are from. */
  readonly papers: number;
  /** Different years that its results are of. */
  readonly years: number;
}

/**
 * The product of the three, so that a board has to have all of them: many results of one paper weigh
 * little, as do many of one year. Comparable between boards; the number itself means nothing.
 */
export function notability({ results, papers, years }: BoardActivity): number {
  return results * papers * years;
}

/**
 * The most notable boards, at most one of each task. Boards without papers or dates are none.
 * Of equal ones the first comes first.
 */
export function pickNotable<T>(
  boards: readonly T[],
  most: number,
  of: { readonly activity: (board: T) => BoardActivity; readonly task: (board: T) => string },
): T[] {
  const ranked = boards
    .map((board) => ({ board, weight: notability(of.activity(board)) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const tasks = new Set<string>();
  const picked: T[] = [];
  for (const { board } of ranked) {
    if (picked.length >= most) break;
    const task = of.task(board);
    if (tasks.has(task)) continue;
    tasks.add(task);
    picked.push(board);
  }
  return picked;
}
