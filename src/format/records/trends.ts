import * as v from 'valibot';
import { CountSchema, LooseRefSchema } from './shared.ts';

const YearSchema = v.object({
  year: CountSchema,
  papers: CountSchema,
  /** Papers with a repository. */
  withCode: CountSchema,
  /** Rows of boards with a date of this year. */
  results: CountSchema,
});

/** How many of something there are in each year; `counts` in the order of `years`. */
const SeriesSchema = v.object({ ...LooseRefSchema.entries, counts: v.array(CountSchema) });
export type TrendSeries = v.InferOutput<typeof SeriesSchema>;

/** What changed over the years. One record. */
export const TrendsSchema = v.object({
  /** Every year from the first to the last that has papers with a believable date. */
  years: v.array(YearSchema),
  /** Repositories by framework and by the year of their paper, most first, at most 12. */
  frameworks: v.array(SeriesSchema),
  /** Papers by task, most first, at most 30. */
  tasks: v.array(SeriesSchema),
  /** Papers by method, most first, at most 30. */
  methods: v.array(SeriesSchema),
});
export type Trends = v.InferOutput<typeof TrendsSchema>;
