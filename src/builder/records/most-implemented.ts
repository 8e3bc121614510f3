import type { Task } from '../../format/records/task.ts';
import type { ArchiveContent } from '../archive-content.ts';
import { defined } from '../defined.ts';

type Implemented = NonNullable<Task['implemented']>[number];

/** Of some papers those with most repositories, newest first where they have as many. */
export function mostImplemented(
  papers: Int32Array,
  most: number,
  { joined, numbers: { numbers }, card }: ArchiveContent,
): Implemented[] {
  return Array.from(papers, (paper) => ({
    paper,
    repositories: joined.repositories.get(paper)?.length ?? 0,
  }))
    .filter(({ repositories }) => repositories > 0)
    .sort(
      (a, b) =>
        b.repositories - a.repositories || (numbers[b.paper] ?? 0) - (numbers[a.paper] ?? 0),
    )
    .slice(0, most)
    .map(({ paper, repositories }) => {
      const { slug, title, date } = card(paper);
      return defined({ slug, title, date, repositories });
    });
}
