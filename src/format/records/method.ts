import * as v from 'valibot';
import { AdvertisementSchema } from './advertisement.ts';
import { CitedPaperSchema, CountSchema, LinkSchema, PaperCardSchema, RefSchema } from './shared.ts';

export const MethodSchema = v.object({
  slug: v.string(),
  name: v.string(),
  fullName: v.exactOptional(v.string()),
  /** Markdown, untrusted. */
  description: v.exactOptional(v.string()),
  paper: v.exactOptional(CitedPaperSchema),
  source: v.exactOptional(LinkSchema),
  code: v.exactOptional(v.string()),
  /** Absent for the archive's default of 2000, which is not a year. */
  introducedYear: v.exactOptional(v.number()),
  collections: v.exactOptional(
    v.array(v.object({ name: v.string(), area: v.exactOptional(RefSchema) })),
  ),
  /** Papers that use it, as the archive counted them. */
  papers: CountSchema,
  /** The newest papers of this snapshot that carry it, at most 10. */
  latest: v.exactOptional(v.array(PaperCardSchema)),
  /** Why it is taken for an advertisement: `AdvertisementSign`s. */
  advertisement: AdvertisementSchema,
});
export type Method = v.InferOutput<typeof MethodSchema>;

/** One line of the list of all methods, most papers first. */
export const MethodListingSchema = v.object({
  slug: v.string(),
  name: v.string(),
  fullName: v.exactOptional(v.string()),
  /** Names of areas. */
  areas: v.exactOptional(v.array(v.string())),
  collections: v.exactOptional(v.array(v.string())),
  papers: CountSchema,
  isAdvertisement: v.exactOptional(v.literal(true)),
});
export type MethodListing = v.InferOutput<typeof MethodListingSchema>;
