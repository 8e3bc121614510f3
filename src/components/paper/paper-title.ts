import type { Paper } from '../../format/records/paper.ts';

/** A title to show: some 67,000 papers of the archive have none. */
export function paperTitle(paper: Pick<Paper, 'title' | 'arxivId' | 'slug'>): string {
  if (paper.title !== '') return paper.title;
  return paper.arxivId === undefined ? `Untitled paper (${paper.slug})` : `arXiv:${paper.arxivId}`;
}

/** "CVPR 2025" */
export function venueName(venue: NonNullable<Paper['venue']>): string {
  return venue.year === undefined ? venue.name : `${venue.name} ${venue.year}`;
}
