import type { Paper } from '../../../format/records/paper.ts';
import { citationKey, encodeBibtex } from '../../paper/bibtex.ts';

/** Papers as one BibTeX file: each once, with keys that differ ("he2016deep", "he2016deep-b"). */
export function encodeBibliography(papers: readonly Paper[]): string {
  const used = new Map<string, number>();
  const seen = new Set<string>();
  const entries = papers.flatMap((paper) => {
    if (seen.has(paper.slug)) return [];
    seen.add(paper.slug);
    const key = citationKey(paper);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return [encodeBibtex(paper, count === 1 ? key : `${key}-${suffix(count)}`)];
  });
  return `${entries.join('\n\n')}\n`;
}

/** b for 2, c for 3, and after z the number itself. */
function suffix(count: number): string {
  return count <= 26 ? String.fromCodePoint(96 + count) : String(count);
}
