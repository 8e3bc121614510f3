/**
 * Slug of a task, an area or another name without an address of its own (docs/format.md,
 * "Sections"): decomposed, without combining marks, in lower case, only `a-z 0-9 _ -`.
 *
 * Returns '' for a name that leaves nothing, such as one in Chinese. Whoever writes a snapshot then
 * takes a hash of the name; that is not done here, since hashing waits and a slug should not.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_\s-]+/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '');
}
