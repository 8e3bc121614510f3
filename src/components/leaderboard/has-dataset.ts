import type { Board } from '../../format/records/board.ts';

/** Whether the archive says anything of the dataset that a board is on. */
export function hasDataset({ description, dataset, links, citations }: Board): boolean {
  return (
    description !== undefined ||
    dataset.slug !== undefined ||
    links !== undefined ||
    citations !== undefined
  );
}
