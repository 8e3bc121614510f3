import type { Paper } from '../../../format/records/paper.ts';
import type { PaperCard } from '../../../format/records/shared.ts';

/** Papers read at a time: they lie near each other in few blocks. */
const AT_ONCE = 4;

/**
 * The papers that rows cite, each once, in their order. One whose record is not to be had is cited by
 * what the board says of it: its title and date.
 *
 * @param onProgress papers read so far.
 * @returns papers, and how many of them are cited by their title alone.
 */
export async function readCitations(
  cards: readonly PaperCard[],
  readPaper: (slug: string) => Promise<Paper | null>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<{ readonly papers: readonly Paper[]; readonly bare: number }> {
  const waiting = [...cards.entries()];
  const papers: Paper[] = [];
  let done = 0;
  let bare = 0;
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      signal.throwIfAborted();
      const [place, card] = next;
      const paper = await readPaper(card.slug).catch(() => null);
      if (paper === null) bare++;
      papers[place] = paper ?? { ...card, authors: [] };
      onProgress(++done);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { papers, bare };
}
