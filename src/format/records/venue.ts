import * as v from 'valibot';
import { slugify } from '../slug.ts';
import { CountSchema, RefSchema } from './shared.ts';

/** How much there is of a venue, or of one year of it. */
const sizes = { papers: CountSchema, withCode: CountSchema };

/** Proceedings of one year of a venue. */
const EditionSchema = v.object({ slug: v.string(), year: CountSchema, ...sizes });

/** A venue over all its years, or the proceedings of one. Key: slug. */
export const VenueSchema = v.object({
  ...RefSchema.entries,
  /** Absent on the venue as a whole. */
  year: v.exactOptional(CountSchema),
  ...sizes,
  /** Papers with results on a board. */
  withResults: CountSchema,
  /** Numbers of its papers: most repositories first, then newest first. */
  numbers: v.array(CountSchema),
  /** Of a venue as a whole: its years, newest first. */
  editions: v.exactOptional(v.array(EditionSchema)),
});
export type Venue = v.InferOutput<typeof VenueSchema>;

/** `cvpr-2019`; `cvpr` for all years. '' for a name that leaves nothing. */
export function venueSlug(name: string, year?: number): string {
  const slug = slugify(name).slice(0, 150);
  return slug === '' || year === undefined ? slug : `${slug}-${year}`;
}
