import * as v from 'valibot';
import { isRow } from './is-row.ts';
import {
  CountSchema,
  DirectionSchema,
  LinkSchema,
  LooseRefSchema,
  PaperCardSchema,
  RefSchema,
} from './shared.ts';

/** How the direction of a metric is known, the surest first. */
export const DirectionSourceSchema = v.picklist([
  /** The rows of this board stand best first in the order of this metric. */
  'row-order',
  /** Nearly all boards that are ordered by a metric of this name agree. */
  'same-name',
  /** It moves with or against metrics of this board whose direction is known. */
  'movement',
  /** The words of its name. */
  'name',
  /** It describes the model and has no better side: parameters, image size. No direction. */
  'neutral',
  /** No direction. */
  'unknown',
]);
export type DirectionSource = v.InferOutput<typeof DirectionSourceSchema>;

export const MetricSchema = v.object({
  /** As the dump has it, blanks collapsed. */
  name: v.string(),
  direction: v.nullable(DirectionSchema),
  directionSource: DirectionSourceSchema,
  /** Share of such directions that are right, 0 to 0.99; absent without a direction. */
  directionConfidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type Metric = v.InferOutput<typeof MetricSchema>;

export const RowSchema = v.object({
  /** Empty when the dump has none. */
  model: v.string(),
  /**
   * Raw text of each metric's value, in the order of the board's metrics; null where the row has
   * none. Shape: [metrics].
   */
  values: v.array(v.nullable(v.string())),
  /** By the numbers of the first metric, equal ones sharing a rank (1, 1, 3); null without a number. */
  rank: v.nullable(CountSchema),
  paper: v.exactOptional(PaperCardSchema),
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: v.exactOptional(v.string()),
  code: v.exactOptional(v.array(LinkSchema)),
  links: v.exactOptional(v.array(LinkSchema)),
  /** Trained with additional data; absent where the dump does not say. */
  extraData: v.exactOptional(v.boolean()),
});
export type Row = v.InferOutput<typeof RowSchema>;

/** One leaderboard: the results of one task on one dataset. Key: `task-on-dataset`. */
export const BoardSchema = v.object({
  slug: v.string(),
  task: RefSchema,
  /** Areas of the task, in the dump's order. */
  areas: v.array(RefSchema),
  /** Slug present when the dataset is in the catalogue. */
  dataset: LooseRefSchema,
  /** Datasets above a subdataset, outermost first. */
  datasetParents: v.exactOptional(v.array(v.string())),
  /** Markdown, untrusted. */
  description: v.exactOptional(v.string()),
  citations: v.exactOptional(v.array(LinkSchema)),
  links: v.exactOptional(v.array(LinkSchema)),
  /** Ranking metric first. */
  metrics: v.array(MetricSchema),
  /**
   * In the order of the dump: best first by the first metric, rows last whose value the archive could not
   * read.
   */
  rows: v.custom<Row[]>(
    (value) => Array.isArray(value) && value.every(isRow),
    'rows of a board were expected',
  ),
});
export type Board = v.InferOutput<typeof BoardSchema>;

/** A board as lists show it. */
export const BoardSummarySchema = v.object({
  slug: v.string(),
  task: RefSchema,
  dataset: v.string(),
  rows: CountSchema,
  /** The ranking metric. Absent on a board without metrics. */
  metric: v.exactOptional(v.string()),
  direction: v.exactOptional(v.nullable(DirectionSchema)),
  /**
   * Best value so far in the ranking metric, as [YYYY-MM, number]: each time that it was beaten, and last at the
   * newest result. At most 12, the least of the gains left out; absent in lists of all boards, and where
   * fewer than two results have a date and a number.
   */
  record: v.exactOptional(v.array(v.strictTuple([v.string(), v.number()]))),
  /** The first of the rows with rank 1. */
  best: v.exactOptional(
    v.object({
      model: v.string(),
      value: v.string(),
      date: v.exactOptional(v.string()),
      paper: v.exactOptional(PaperCardSchema),
      /** First repository of the row. */
      code: v.exactOptional(v.string()),
    }),
  ),
});
export type BoardSummary = v.InferOutput<typeof BoardSummarySchema>;

/** One line of the list of all boards. `areas` holds slugs. */
export const BoardListingSchema = v.object({
  ...BoardSummarySchema.entries,
  areas: v.array(v.string()),
});
export type BoardListing = v.InferOutput<typeof BoardListingSchema>;
