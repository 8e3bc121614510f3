import { foldText } from '../../search/words/fold-text.ts';

/** Words of a name as they are compared: folded, without points and dashes. */
function wordsOfName(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The name that an address means: `yann-lecun` and `Yann_LeCun` are "yann lecun". */
export function nameInAddress(part: string): string {
  return part
    .replace(/[-_+]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether an author's name has every word of the wanted one, in any order: a single letter stands for every
 * word that begins with it, so "A. Ng" is met by Andrew Y. Ng.
 */
export function isNamed(author: string, wanted: string): boolean {
  const words = wordsOfName(author);
  const asked = wordsOfName(wanted);
  return (
    asked.length > 0 &&
    asked.every((word) =>
      words.some((own) => own === word || (word.length === 1 && own.startsWith(word))),
    )
  );
}

/** Spellings of a name among the authors of papers, the most frequent first. */
export function countSpellings(
  papers: readonly { readonly authors: readonly string[] }[],
  wanted: string,
): { readonly name: string; readonly papers: number }[] {
  const counts = new Map<string, number>();
  for (const { authors } of papers) {
    for (const author of new Set(authors)) {
      if (isNamed(author, wanted)) counts.set(author, (counts.get(author) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, papers: count }))
    .sort((a, b) => b.papers - a.papers || a.name.localeCompare(b.name, 'en'));
}

/** A name as a title while no paper has told how it is written: "yann lecun" is "Yann Lecun". */
export function titleName(name: string): string {
  return /\p{Lu}/u.test(name)
    ? name
    : name.replace(/(?<=^|\s)\p{Ll}/gu, (first) => first.toUpperCase());
}
