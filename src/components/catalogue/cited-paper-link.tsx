import { Link } from '@tanstack/react-router';
import type { CitedPaper } from '../../format/records/shared.ts';
import { ExternalLink } from '../external-link.tsx';
import { MathText } from '../text/math-text.tsx';

/** A paper that introduced something: its page here, else its address elsewhere, else its title. */
export function CitedPaperLink({ paper: { slug, title, url } }: { readonly paper: CitedPaper }) {
  const text = <MathText text={title === '' ? (url ?? slug ?? 'Untitled paper') : title} />;
  if (slug !== undefined) {
    return (
      <Link to="/paper/$slug" params={{ slug }}>
        {text}
      </Link>
    );
  }
  return url === undefined ? text : <ExternalLink href={url}>{text}</ExternalLink>;
}
