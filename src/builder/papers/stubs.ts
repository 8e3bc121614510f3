import type { JoinKey } from '../citations.ts';
import type { RowMention } from '../evaluation/raw-board.ts';

/** A paper that only rows of boards know. */
export interface PlannedStub {
  readonly mentions: readonly RowMention[];
  /** All their keys, each once. */
  readonly keys: readonly JoinKey[];
  /** Slug from an address of the archive, or null. */
  readonly slug: string | null;
  readonly title: string;
}

/**
 * Groups mentions whose paper is not in the archive: two of them are one paper when they share an
 * archive address, an arXiv id, another address or a title, directly or through others.
 * @returns stubs in the order of their first mention.
 */
export function planStubs(mentions: readonly RowMention[]): PlannedStub[] {
  const groups = new Groups(mentions.length);
  const holders = new Map<string, number>();
  for (const [place, { keys }] of mentions.entries()) {
    for (const { kind, text } of keys) {
      const key = `${kind} ${text}`;
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, place);
      else groups.join(holder, place);
    }
    // A title too short for a key still is the same title, word for word.
    if (keys.length === 0) groups.join(place, firstHolder(holders, mentions[place], place));
  }
  const members = new Map<number, RowMention[]>();
  for (const [place, mention] of mentions.entries()) {
    const root = groups.root(place);
    const group = members.get(root);
    if (group === undefined) members.set(root, [mention]);
    else group.push(mention);
  }
  return [...members.values()].map(stubOf);
}

function firstHolder(
  holders: Map<string, number>,
  mention: RowMention | undefined,
  place: number,
): number {
  const key = `exact title ${mention?.title ?? ''}`;
  const holder = holders.get(key);
  if (holder === undefined) holders.set(key, place);
  return holder ?? place;
}

function stubOf(mentions: readonly RowMention[]): PlannedStub {
  const keys = new Map<string, JoinKey>();
  for (const mention of mentions) {
    for (const key of mention.keys) keys.set(`${key.kind} ${key.text}`, key);
  }
  const slugs = [...keys.values()].filter(({ kind }) => kind === 'archive-url');
  return {
    mentions,
    keys: [...keys.values()],
    slug: slugs.map(({ text }) => text).sort()[0] ?? null,
    title: mentions.find(({ title }) => title !== undefined)?.title ?? '',
  };
}

/** Disjoint sets of places; the root of a set is its lowest place. */
class Groups {
  readonly #above: Int32Array;

  constructor(size: number) {
    this.#above = Int32Array.from({ length: size }, (_, place) => place);
  }

  root(place: number): number {
    let root = place;
    while ((this.#above[root] ?? root) !== root) root = this.#above[root] ?? root;
    for (let at = place; at !== root;) {
      const next = this.#above[at] ?? root;
      this.#above[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.root(a), this.root(b)].toSorted((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.#above[high] = low;
  }
}
