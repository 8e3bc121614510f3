import * as v from 'valibot';
import { CountSchema } from './shared.ts';

/** The boards that hold a model, by its name. Key: `modelKey` of the name. */
export const ModelSchema = v.object({
  /** As most rows spell it. */
  name: v.string(),
  /** Slugs, ascending. */
  boards: v.array(v.string()),
  /** Different papers that report it; absent for one or none. */
  papers: v.exactOptional(CountSchema),
});
export type Model = v.InferOutput<typeof ModelSchema>;
