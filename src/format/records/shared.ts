import * as v from 'valibot';

/** A record that has a page, by the last part of its address. */
export const RefSchema = v.object({ slug: v.string(), name: v.string() });
export type Ref = v.InferOutput<typeof RefSchema>;

/** A record that may have no page in this snapshot: then only its name is known. */
export const LooseRefSchema = v.object({ slug: v.exactOptional(v.string()), name: v.string() });
export type LooseRef = v.InferOutput<typeof LooseRefSchema>;

/** An address outside the archive. Always http or https: the builder drops anything else. */
export const LinkSchema = v.object({ title: v.exactOptional(v.string()), url: v.string() });
export type Link = v.InferOutput<typeof LinkSchema>;

/** As much of a paper as a list shows. */
export const PaperCardSchema = v.object({
  slug: v.string(),
  title: v.string(),
  /** YYYY, YYYY-MM or YYYY-MM-DD, as the dump gives it. */
  date: v.exactOptional(v.string()),
});
export type PaperCard = v.InferOutput<typeof PaperCardSchema>;

/** A paper as others cite it: with a page in this snapshot, or only by title and address. */
export const CitedPaperSchema = v.object({
  slug: v.exactOptional(v.string()),
  title: v.string(),
  url: v.exactOptional(v.string()),
});
export type CitedPaper = v.InferOutput<typeof CitedPaperSchema>;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const CountSchema = Count;

/** How many of something there are in each year from `first` on, years without any included. */
export const YearCountsSchema = v.object({ first: Count, counts: v.array(Count) });
export type YearCounts = v.InferOutput<typeof YearCountsSchema>;

/** Which way a metric gets better. */
export const DirectionSchema = v.picklist(['higher', 'lower']);
export type Direction = v.InferOutput<typeof DirectionSchema>;
