import type { Paper } from '../../format/records/paper.ts';
import { formatPlural } from '../format/numbers.ts';
import { venueName } from './paper-title.ts';

const MAX_LENGTH = 180;

/** A paper in a sentence or two, for search engines and previews of links. */
export function describePaper(paper: Paper, abstract: string | null, results: number): string {
  if (abstract !== null) return shorten(abstract);
  const parts = [
    paper.authors.slice(0, 3).join(', ') + (paper.authors.length > 3 ? ' and others' : ''),
    paper.venue === undefined ? '' : venueName(paper.venue),
    results === 0 ? '' : formatPlural(results, 'result'),
    paper.repositories === undefined
      ? ''
      : formatPlural(paper.repositories.length, 'repository', 'repositories'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'A paper of the Papers With Code archive.' : `${parts.join('. ')}.`;
}

/** Cuts at a blank, so that no word is halved. */
function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const cut = text.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2))}…`;
}
