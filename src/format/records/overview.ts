import * as v from 'valibot';
import { BoardSummarySchema } from './board.ts';
import { CountSchema, PaperCardSchema, RefSchema, YearCountsSchema } from './shared.ts';

export const AreaSchema = v.object({
  slug: v.string(),
  name: v.string(),
  tasks: CountSchema,
  boards: CountSchema,
  rows: CountSchema,
  /** Tasks with most rows, at most 8. */
  topTasks: v.array(v.object({ ...RefSchema.entries, boards: CountSchema })),
  /** Rows by their believable dates. */
  resultYears: v.exactOptional(YearCountsSchema),
  /** The most notable of its boards, at most one a task, at most 6. */
  notable: v.exactOptional(v.array(BoardSummarySchema)),
});
export type Area = v.InferOutput<typeof AreaSchema>;

/** What the home page and the navigation need. One record. */
export const OverviewSchema = v.object({
  /** Most boards first. */
  areas: v.array(AreaSchema),
  /** The most notable boards, at most one a task, at most 12. */
  notable: v.array(BoardSummarySchema),
  /** The newest papers, at most 12. */
  latest: v.array(PaperCardSchema),
});
export type Overview = v.InferOutput<typeof OverviewSchema>;
