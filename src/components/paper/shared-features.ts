import type { Paper } from '../../format/records/paper.ts';

/** Most names given of one kind. */
const MOST = 3;

/**
 * What two papers share, in words: "same board: ImageNet; same task: Image Classification". The kinds
 * that say most come first; empty when they share nothing of these.
 * @param found telling words, and names of boards, that both have.
 */
export function describeShared(
  paper: Paper,
  other: Paper,
  found: { readonly words: readonly string[]; readonly boards: readonly string[] },
): string {
  const reasons: readonly [string, readonly string[]][] = [
    ['same board', found.boards],
    ['same task', sharedNames(namesOf(paper.tasks), namesOf(other.tasks))],
    ['same method', sharedNames(namesOf(paper.methods), namesOf(other.methods))],
    ['same author', sharedNames(paper.authors, other.authors)],
    ['words', found.words],
  ];
  return reasons
    .filter(([, names]) => names.length > 0)
    .map(([reason, names]) => `${reason}: ${names.slice(0, MOST).join(', ')}`)
    .join('; ');
}

function namesOf(refs: Paper['tasks'] = []): string[] {
  return refs.map(({ name }) => name);
}

/** Names of both lists, each once, in the order of the first. */
function sharedNames(names: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others);
  return [...new Set(names)].filter((name) => there.has(name));
}
