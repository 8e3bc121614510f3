import * as v from 'valibot';
import { CountSchema } from './shared.ts';

export const FACET_KINDS = ['task', 'method', 'venue', 'has'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Something that papers have in common, and where the list of those papers is. */
export const FacetSchema = v.object({
  kind: v.picklist(FACET_KINDS),
  /** Slug of its page, where there is one. */
  slug: v.exactOptional(v.string()),
  name: v.string(),
  papers: CountSchema,
  /** Place and size of its posting list in the section `facet-papers`. */
  at: CountSchema,
  bytes: CountSchema,
});
export type Facet = v.InferOutput<typeof FacetSchema>;
