import type { PaperCard } from '../../format/records/shared.ts';
import type { ArchiveContent } from '../archive-content.ts';

/** The newest of some papers, newest first; those without a believable date are never among them. */
export function latestOf(
  papers: Iterable<number>,
  most: number,
  content: ArchiveContent,
): PaperCard[] {
  const { numbers, ids, undated } = content.numbers;
  return Array.from(papers, (paper) => numbers[paper] ?? 0)
    .filter((number) => number >= undated)
    .sort((a, b) => b - a)
    .slice(0, most)
    .map((number) => content.card(ids[number] ?? 0));
}
