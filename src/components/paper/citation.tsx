import { useState } from 'react';
import type { Paper } from '../../format/records/paper.ts';
import { CopyIcon } from '../icons/icons.tsx';
import { encodeBibtex } from './bibtex.ts';
import './citation.css';

/** The paper as a BibTeX entry, to copy. */
export function Citation({ paper }: { readonly paper: Paper }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const bibtex = encodeBibtex(paper);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(bibtex);
      setState('copied');
    } catch {
      // No permission, or an insecure address: the text is there to be selected.
      setState('failed');
    }
  }

  return (
    <section className="page-section">
      <h2>Cite</h2>
      <div className="citation">
        <pre tabIndex={0}>{bibtex}</pre>
        <button type="button" className="button no-print" onClick={() => void copy()}>
          <CopyIcon /> {state === 'copied' ? 'Copied' : 'Copy BibTeX'}
        </button>
        <span role="status" className="small muted">
          {state === 'failed' &&
            'The browser does not allow copying here: select the text instead.'}
          {state === 'copied' && <span className="visually-hidden">Copied to the clipboard</span>}
        </span>
      </div>
    </section>
  );
}
