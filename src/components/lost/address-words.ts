/** First parts of addresses that say only what kind of page it is. */
const KINDS = new Set([
  'sota',
  'task',
  'tasks',
  'area',
  'paper',
  'papers',
  'dataset',
  'datasets',
  'method',
  'methods',
  'category',
  'author',
  'conference',
  'search',
  'lib',
  'latest',
  'greatest',
  'top-social',
  'site',
  'user',
  'api',
]);

/** Kinds of pages that have one part after their own name, and nothing below that. */
const WITH_SLUG = new Set(['sota', 'task', 'area', 'paper', 'dataset', 'method', 'author']);

const MAX_WORDS_LENGTH = 200;

/** Parts of a path, decoded. */
function partsOf(path: string): string[] {
  return path
    .split('/')
    .map(decodePart)
    .filter((part) => part.trim() !== '');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What an address is about, in words to search for; '' when it names nothing. */
export function addressWords(path: string): string {
  const parts = partsOf(path);
  const named = parts.filter(
    (part, place) => place === parts.length - 1 || !KINDS.has(part.toLowerCase()),
  );
  const words = named
    .filter((part) => !KINDS.has(part.toLowerCase()))
    .join(' ')
    .replace(/[^\p{L}\p{N}.+#]+/gu, ' ')
    .trim()
    .slice(0, MAX_WORDS_LENGTH);
  // The "on" of a leaderboard's address is no word of its names.
  return parts[0]?.toLowerCase() === 'sota' ? words.replace(/ on /g, ' ') : words;
}

/** The page that a deeper address of the old site belongs to: `/task/x` of `/task/x/latest`. */
export function parentPath(path: string): string | null {
  const [kind, slug, ...below] = path.split('/').filter((part) => part !== '');
  if (kind === undefined || slug === undefined || below.length === 0) return null;
  return WITH_SLUG.has(kind.toLowerCase()) ? `/${kind.toLowerCase()}/${slug}` : null;
}

/** A slug as words: "image classification on imagenet". */
export function slugWords(slug: string): string {
  return slug.replace(/[-_]+/g, ' ').trim();
}
