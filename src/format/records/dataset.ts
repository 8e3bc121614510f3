import * as v from 'valibot';
import { AdvertisementSchema } from './advertisement.ts';
import { BoardSummarySchema } from './board.ts';
import { CitedPaperSchema, CountSchema, LooseRefSchema } from './shared.ts';

export const DatasetSchema = v.object({
  slug: v.string(),
  name: v.string(),
  fullName: v.exactOptional(v.string()),
  homepage: v.exactOptional(v.string()),
  /** Markdown, untrusted. */
  description: v.exactOptional(v.string()),
  warning: v.exactOptional(v.string()),
  paper: v.exactOptional(CitedPaperSchema),
  introduced: v.exactOptional(v.string()),
  modalities: v.exactOptional(v.array(v.string())),
  languages: v.exactOptional(v.array(v.string())),
  variants: v.exactOptional(v.array(v.string())),
  tasks: v.exactOptional(v.array(LooseRefSchema)),
  loaders: v.exactOptional(
    v.array(
      v.object({
        url: v.string(),
        repo: v.exactOptional(v.string()),
        frameworks: v.exactOptional(v.array(v.string())),
      }),
    ),
  ),
  /** Papers that use it, as the archive counted them. */
  papers: CountSchema,
  /** Boards on this dataset or one of its variants, most rows first. */
  boards: v.exactOptional(v.array(BoardSummarySchema)),
  /** Why it is taken for an advertisement: `AdvertisementSign`s. */
  advertisement: AdvertisementSchema,
});
export type Dataset = v.InferOutput<typeof DatasetSchema>;

/** One line of the list of all datasets, most papers first. */
export const DatasetListingSchema = v.object({
  slug: v.string(),
  name: v.string(),
  fullName: v.exactOptional(v.string()),
  modalities: v.exactOptional(v.array(v.string())),
  introduced: v.exactOptional(v.string()),
  papers: CountSchema,
  boards: CountSchema,
  isAdvertisement: v.exactOptional(v.literal(true)),
});
export type DatasetListing = v.InferOutput<typeof DatasetListingSchema>;
