import * as v from 'valibot';
import { CountSchema } from './shared.ts';

/** What has a name and a page, besides papers. */
export const NAME_KINDS = ['board', 'task', 'dataset', 'method'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * One name of all that are suggested while somebody types: by kind in the order of `NAME_KINDS`, in each
 * the biggest first. Lists say more of each record and are three times as long together.
 */
export const NameSchema = v.object({
  kind: v.picklist(NAME_KINDS),
  slug: v.string(),
  name: v.string(),
  fullName: v.exactOptional(v.string()),
  /** Rows of a board, papers of the others. */
  size: CountSchema,
});
export type Name = v.InferOutput<typeof NameSchema>;
