import { NAME_KINDS, type NameKind } from '../../format/records/name.ts';
import { nameKey } from '../../format/name-key.ts';

/** A page of a record. */
export interface FoundPage {
  readonly kind: NameKind | 'paper';
  readonly slug: string;
}

/** What an address that is not ours to the letter may mean. */
export interface Resolution {
  /** Pages of the wanted kind that are called so; when it is one, the address means that. */
  readonly same: readonly FoundPage[];
  /** Pages that have something of it. */
  readonly others: readonly FoundPage[];
}

/** Where names are looked up. */
export interface NameLookups {
  aliases(kind: NameKind, name: string): Promise<readonly string[]>;
  /** Names next to one in the order of their letters, with what goes by them. */
  aliasesNear(
    kind: NameKind,
    name: string,
  ): Promise<readonly { readonly key: string; readonly slugs: readonly string[] }[]>;
  /** Boards of a task or a dataset. */
  boardsOf(page: FoundPage): Promise<readonly string[]>;
  /** Slugs of papers next to one, in their order. */
  papersNear(slug: string): Promise<readonly string[]>;
}

/** What the old site put behind a slug that was taken. */
const COLLISION = /-\d{1,2}$/;

/** Slugs that begin alike for so long are of one paper: the old site cut them at about 50 characters. */
const SAME_PAPER_PREFIX = 24;
/** So much of a paper's slug has to be found for a candidate. */
const NEAR_PAPER_SHARE = 0.6;
/** So alike have other names to be, see `similarity`. */
const NEAR_NAME = 0.75;
const MAX_CANDIDATES = 12;
/** Boards of one dataset or task that are offered. */
const MAX_BOARDS = 6;

/**
 * Which pages an address can mean whose slug no record has: names are compared by their letters and
 * digits, without the number that the old site put behind a slug that was taken, and of boards by task and
 * dataset apart, the task by any of its names.
 */
export async function resolveAddress(
  kind: FoundPage['kind'],
  slug: string,
  lookups: NameLookups,
): Promise<Resolution> {
  if (kind === 'paper') return resolvePaper(slug, lookups);
  const same =
    kind === 'board' ? await findBoards(slug, lookups) : await findNamed(kind, slug, lookups);
  // The slug of one, but for case and dashes, is not the synonym of another.
  const own = same.filter((page) => nameKey(page.slug) === nameKey(slug));
  if (own.length === 1) return { same: own, others: [] };
  if (same.length === 1) return { same, others: [] };
  return { same, others: await findOthers(kind, slug, lookups) };
}

/** The pages of any kind that go by a name. */
export async function resolveName(name: string, lookups: NameLookups): Promise<FoundPage[]> {
  const found = await Promise.all(NAME_KINDS.map((kind) => findNamed(kind, name, lookups)));
  return found.flat().slice(0, MAX_CANDIDATES);
}

async function findNamed(
  kind: NameKind,
  slug: string,
  { aliases }: NameLookups,
): Promise<FoundPage[]> {
  const names = [slug, slug.replace(COLLISION, '')];
  for (const name of new Set(names)) {
    const slugs = await aliases(kind, name);
    if (slugs.length > 0) return slugs.map((found) => ({ kind, slug: found }));
  }
  return [];
}

async function findBoards(slug: string, lookups: NameLookups): Promise<FoundPage[]> {
  const whole = await findNamed('board', slug, lookups);
  if (whole.length > 0) return whole;
  const found = new Set<string>();
  for (const { task, dataset } of splitBoardSlug(slug)) {
    for (const { slug: known } of await findNamed('task', task, lookups)) {
      for (const board of await findNamed('board', `${known}-on-${dataset}`, lookups)) {
        found.add(board.slug);
      }
    }
  }
  return [...found].map((board) => ({ kind: 'board', slug: board }));
}

/** Every way to read a slug as `task-on-dataset`: either may hold an "on" of its own. */
export function splitBoardSlug(
  slug: string,
): { readonly task: string; readonly dataset: string }[] {
  const words = slug.toLowerCase().split('-');
  return words.flatMap((word, place) =>
    word === 'on' && place > 0 && place + 1 < words.length
      ? [{ task: words.slice(0, place).join('-'), dataset: words.slice(place + 1).join('-') }]
      : [],
  );
}

async function findOthers(
  kind: NameKind,
  slug: string,
  lookups: NameLookups,
): Promise<FoundPage[]> {
  if (kind !== 'board') {
    const near = await findNear(kind, slug, lookups);
    const named = await resolveName(slug, lookups);
    return [...near, ...named.filter((page) => page.kind !== kind)].slice(0, MAX_CANDIDATES);
  }
  const found: FoundPage[] = [];
  for (const { task, dataset } of splitBoardSlug(slug)) {
    const halves = [
      ...(await findNamed('dataset', dataset, lookups)),
      ...(await findNamed('task', task, lookups)),
    ];
    const boards = await Promise.all(halves.map((half) => lookups.boardsOf(half)));
    const alike = mostSimilar([...new Set(boards.flat())], slug).slice(0, MAX_BOARDS);
    found.push(...alike.map((board): FoundPage => ({ kind: 'board', slug: board })), ...halves);
  }
  return found.slice(0, MAX_CANDIDATES);
}

/** Records whose names are written nearly so: "language-modeling" for "Language Modelling". */
async function findNear(
  kind: NameKind,
  slug: string,
  { aliasesNear }: NameLookups,
): Promise<FoundPage[]> {
  const wanted = `${kind}/${nameKey(slug)}`;
  const near = (await aliasesNear(kind, slug)).filter(
    ({ key }) => key.startsWith(`${kind}/`) && similarity(key, wanted) >= NEAR_NAME,
  );
  const keys = mostSimilar(
    near.map(({ key }) => key),
    wanted,
  );
  const slugs = keys.flatMap((key) => near.find((other) => other.key === key)?.slugs ?? []);
  return [...new Set(slugs)].map((found) => ({ kind, slug: found }));
}

/** Texts most like the wanted one first. */
function mostSimilar(texts: readonly string[], wanted: string): string[] {
  return texts
    .map((text) => ({ text, alike: similarity(text, wanted) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ text }) => text);
}

/** Dice's coefficient of the pairs of neighbouring characters: 1 for the same text, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const pair of pairsOf(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsOf(b)) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) shared++;
    counts.set(pair, left - 1);
  }
  const pairs = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return pairs === 0 ? Number(a === b) : (2 * shared) / pairs;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2));
}

async function resolvePaper(slug: string, { papersNear }: NameLookups): Promise<Resolution> {
  const wanted = slug.toLowerCase();
  const near = await papersNear(wanted);
  const key = nameKey(wanted);
  const exact = near.filter((other) => nameKey(other) === key);
  const same =
    exact.length > 0 ? exact : near.filter((other) => isCutFrom(wanted, other.toLowerCase()));
  const others = near
    .filter((other) => !same.includes(other))
    .map((other) => ({ other, shared: sharedPrefix(wanted, other.toLowerCase()) }))
    .filter(({ shared }) => shared >= wanted.length * NEAR_PAPER_SHARE)
    .sort((a, b) => b.shared - a.shared)
    .map(({ other }) => other);
  const page = (paper: string): FoundPage => ({ kind: 'paper', slug: paper });
  return { same: same.map(page), others: others.slice(0, MAX_CANDIDATES).map(page) };
}

/** Whether one of two slugs goes on where the other ends, at the end of a word. */
function isCutFrom(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SAME_PAPER_PREFIX && long.startsWith(`${short}-`);
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
