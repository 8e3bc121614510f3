import { Link } from '@tanstack/react-router';
import { MathText } from '../text/math-text.tsx';
import { packTitle } from '../packs.ts';
import './abstract-section.css';

/** What is known of a paper's abstract. */
export type AbstractText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-on-device' }
  | { readonly kind: 'failed'; readonly error: Error };

export function AbstractSection({
  abstract,
  isStub,
}: {
  readonly abstract: AbstractText;
  readonly isStub: boolean;
}) {
  return (
    <section className="page-section">
      <h2>Abstract</h2>
      <AbstractBody abstract={abstract} isStub={isStub} />
    </section>
  );
}

function AbstractBody({
  abstract,
  isStub,
}: {
  readonly abstract: AbstractText;
  readonly isStub: boolean;
}) {
  switch (abstract.kind) {
    case 'text':
      return (
        <div className="abstract">
          <MathText text={abstract.text} />
        </div>
      );
    case 'none':
      return (
        <p className="muted">
          {isStub
            ? 'The archive knows this paper only from its results: it has no abstract of it.'
            : 'The archive has no abstract of this paper.'}
        </p>
      );
    case 'not-on-device':
      return (
        <p className="notice">
          The abstract is part of the <strong>{packTitle('abstracts')}</strong> pack, which is not
          on this device, and the archive cannot be reached right now.{' '}
          <Link to="/offline">See what is installed</Link>
        </p>
      );
    case 'failed':
      return (
        <p className="notice" role="alert">
          The abstract could not be read. {abstract.error.message}
        </p>
      );
  }
}
