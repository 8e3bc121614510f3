import { createHash } from 'node:crypto';
import { MAX_KEY_LENGTH } from '../format/limits.ts';
import { slugify } from '../format/slug.ts';

/** Room that a slug leaves in a key for `-1`, `-2` and so on. */
const SUFFIX_ROOM = 10;
const HASH_DIGITS = 8;

/** Slug of a name as docs/format.md says: a name that leaves nothing gets `x` and a hash. */
export function slugOf(name: string): string {
  const slug = slugify(name);
  return fitKey(slug === '' ? `x${hashDigits(name)}` : slug);
}

/** Slug of a board; both parts are made alone, so that a name that leaves nothing gets its hash. */
export function boardSlugOf(task: string, dataset: string): string {
  return fitKey(`${slugOf(task)}-on-${slugOf(dataset)}`);
}

/** Slug for a paper without an address: its title's, cut at 50 characters on a word's end. */
export function paperSlugOf(title: string): string {
  const slug = slugify(title);
  if (slug === '') return `x${hashDigits(title)}`;
  if (slug.length <= 50) return slug;
  const end = slug.lastIndexOf('-', 50);
  return slug.slice(0, end > 0 ? end : 50);
}

/** A slug that is too long for a key is cut and told apart by a hash of the whole. */
export function fitKey(slug: string): string {
  const room = MAX_KEY_LENGTH - SUFFIX_ROOM;
  if (slug.length <= room) return slug;
  return `${slug.slice(0, room - HASH_DIGITS - 1)}-${hashDigits(slug)}`;
}

function hashDigits(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
}

/**
 * Slugs that are unique in one section: the wanted one, or with `-1`, `-2` and so on. Whoever comes
 * first keeps the plain one, so callers bring a stable order.
 */
export class SlugTable {
  readonly #taken = new Set<string>();

  has(slug: string): boolean {
    return this.#taken.has(slug);
  }

  /** Takes this very slug. @returns whether it was free. */
  take(slug: string): boolean {
    if (this.#taken.has(slug)) return false;
    this.#taken.add(slug);
    return true;
  }

  /** Takes the slug or the first free one with a number after it. */
  takeNear(slug: string): string {
    if (this.take(slug)) return slug;
    let number = 1;
    while (!this.take(`${slug}-${number}`)) number++;
    return `${slug}-${number}`;
  }
}
