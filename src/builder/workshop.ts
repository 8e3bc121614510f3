import type { PaperBatch, RecordBatch } from './papers/paper-batch.ts';
import { parsePaperBatch } from './papers/paper-batch.ts';
import { createLocalPacker, type Packer } from './write/packer.ts';

/**
 * Who does the work that can be done beside the rest: parsing papers, packing files. What comes out
 * does not depend on how many threads do it, nor on which.
 */
export interface Workshop extends Packer {
  /** `batch` is handed over: its bytes may be gone afterwards. */
  parsePapers(batch: RecordBatch): Promise<PaperBatch>;
}

/** Works in this thread. @param level of zstd, 1 to 22. */
export async function createLocalWorkshop(level: number): Promise<Workshop> {
  const packer = await createLocalPacker(level);
  return { ...packer, parsePapers: (batch) => Promise.resolve(parsePaperBatch(batch)) };
}
