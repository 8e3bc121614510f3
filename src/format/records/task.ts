import * as v from 'valibot';
import { BoardSummarySchema } from './board.ts';
import { CountSchema, LinkSchema, PaperCardSchema, RefSchema, YearCountsSchema } from './shared.ts';

/** A task, merged over all places where the dump has it. Key: slug. */
export const TaskSchema = v.object({
  slug: v.string(),
  name: v.string(),
  /** Other spellings that share the slug, and the dump's synonyms. */
  synonyms: v.exactOptional(v.array(v.string())),
  /** Own categories, or those of the nearest parents that have some. Sorted as in the dump. */
  areas: v.array(RefSchema),
  parents: v.exactOptional(v.array(RefSchema)),
  children: v.exactOptional(v.array(v.object({ ...RefSchema.entries, boards: CountSchema }))),
  /** Markdown, untrusted. */
  description: v.exactOptional(v.string()),
  source: v.exactOptional(LinkSchema),
  /** Most rows first. */
  boards: v.array(BoardSummarySchema),
  /** Catalogue datasets that name this task, most papers first; at most 50. */
  datasets: v.exactOptional(v.array(RefSchema)),
  /** Papers that carry the task. */
  papers: CountSchema,
  /** The newest of them, at most 10. */
  latest: v.exactOptional(v.array(PaperCardSchema)),
  /** Those with most repositories, at most 10. */
  implemented: v.exactOptional(
    v.array(v.object({ ...PaperCardSchema.entries, repositories: CountSchema })),
  ),
  /** Papers by their believable dates. */
  paperYears: v.exactOptional(YearCountsSchema),
  /** Rows of its boards by their believable dates. */
  resultYears: v.exactOptional(YearCountsSchema),
});
export type Task = v.InferOutput<typeof TaskSchema>;

/** One line of the list of all tasks. `areas` and `parents` hold slugs. */
export const TaskListingSchema = v.object({
  slug: v.string(),
  name: v.string(),
  areas: v.array(v.string()),
  parents: v.exactOptional(v.array(v.string())),
  boards: CountSchema,
  papers: CountSchema,
});
export type TaskListing = v.InferOutput<typeof TaskListingSchema>;
