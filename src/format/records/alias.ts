import * as v from 'valibot';
import { nameKey } from '../name-key.ts';
import type { NameKind } from './name.ts';

/** Slugs of the records that go by a name, at least one and at most `MAX_ALIASED`. */
export const AliasSchema = v.pipe(v.array(v.string()), v.minLength(1));
export type Alias = v.InferOutput<typeof AliasSchema>;

/** More records than these under one name are left out: nobody would look through them. */
export const MAX_ALIASED = 12;

/** Characters of a key that count; longer names that begin alike are one. */
const MAX_NAME_LENGTH = 160;

/**
 * Key of an alias: the kind, a slash, and the letters a-z and digits of the name, which may be a slug.
 * Null when nothing of the name is left.
 */
export function aliasKey(kind: NameKind, name: string): string | null {
  const letters = nameKey(name)
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, MAX_NAME_LENGTH);
  return letters === '' ? null : `${kind}/${letters}`;
}
