/** Directions that a person has set stay on the device, so that the next visit shows the board as left. */

const KEY = 'pwc2:better';
/** The boards whose settings are kept; the oldest go first. */
const MAX_BOARDS = 200;

/** The field `better` of a board's address as last left, or null. Damaged storage reads as nothing. */
export function readRememberedDirections(storage: Storage, slug: string): string | null {
  const text = readAll(storage).find(([board]) => board === slug)?.[1];
  return text ?? null;
}

/** Keeps what a board's address says; an empty text forgets it. Storage that is full or closed keeps nothing. */
export function rememberDirections(storage: Storage, slug: string, better: string): void {
  const others = readAll(storage).filter(([board]) => board !== slug);
  const all = better === '' ? others : [...others, [slug, better]];
  try {
    storage.setItem(KEY, JSON.stringify(all.slice(-MAX_BOARDS)));
  } catch {
    // The address still holds it.
  }
}

function readAll(storage: Storage): [string, string][] {
  try {
    const all: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
  );
}
