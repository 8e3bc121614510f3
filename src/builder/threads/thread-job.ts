import type { Codec } from '../../format/codec.ts';
import type { PaperBatch, RecordBatch } from '../papers/paper-batch.ts';

/** What a thread is asked for. */
export type ThreadJob =
  | {
      readonly kind: 'pack';
      readonly codec: Codec;
      readonly raw: Uint8Array<ArrayBuffer>;
      /** Copied to the thread, which takes nothing beside packing with it. */
      readonly dictionary: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly kind: 'parse-papers'; readonly batch: RecordBatch };

/** What it answers with. */
export type ThreadResult =
  | { readonly kind: 'packed'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'papers'; readonly batch: PaperBatch };

/** The memory of a job that goes over to the thread and is gone here. */
export function transferOfJob(job: ThreadJob): ArrayBuffer[] {
  return [job.kind === 'pack' ? job.raw.buffer : job.batch.bytes.buffer];
}

/** The memory of a result that comes over from the thread. */
export function transferOfResult(result: ThreadResult): ArrayBuffer[] {
  return [result.kind === 'packed' ? result.bytes.buffer : result.batch.spilled.buffer];
}
