import * as v from 'valibot';
import { PACK_NAMES } from '../format/manifest.ts';
import type { WorkingJob } from './installer-state.ts';

/** What tabs of one browser tell each other. What counts stands in the database; these are hints. */
export type TabMessage =
  /** A tab wants to know what the others are at. */
  | { readonly kind: 'hello' }
  /** This tab holds the lock and is at this job. */
  | { readonly kind: 'working'; readonly job: WorkingJob }
  /** What is to be installed has changed: whoever is at it looks again. */
  | { readonly kind: 'pending-changed' }
  /** What is on the device has changed. */
  | { readonly kind: 'device-changed' };

const bytes = v.pipe(v.number(), v.minValue(0));
const pack = v.picklist(PACK_NAMES);
const packs = v.array(pack);
const progress = v.object({
  doneBytes: bytes,
  totalBytes: bytes,
  packs: v.array(v.object({ pack, doneBytes: bytes, totalBytes: bytes })),
});

const JobSchema = v.variant('kind', [
  v.object({ kind: v.literal('preparing'), packs }),
  v.object({
    kind: v.literal('running'),
    packs,
    progress,
    bytesPerSecond: v.nullable(v.number()),
    secondsLeft: v.nullable(v.number()),
  }),
  v.object({
    kind: v.literal('waiting'),
    packs,
    reason: v.picklist(['offline', 'unreachable', 'busy']),
    nextTryAt: v.number(),
    progress: v.nullable(progress),
  }),
  v.object({ kind: v.literal('testing'), packs }),
  v.object({ kind: v.literal('removing'), packs }),
]);

const MessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('hello') }),
  v.object({ kind: v.literal('working'), job: JobSchema }),
  v.object({ kind: v.literal('pending-changed') }),
  v.object({ kind: v.literal('device-changed') }),
]);

/** null for what this version of the app does not understand: another tab may run another one. */
export function parseTabMessage(data: unknown): TabMessage | null {
  const parsed = v.safeParse(MessageSchema, data);
  return parsed.success ? parsed.output : null;
}
