import type { Paper } from '../../format/records/paper.ts';
import { PaperEntry } from './paper-entry.tsx';

/** Papers one under the other, in their order. */
export function PaperList({ papers }: { readonly papers: readonly Paper[] }) {
  return (
    <ol className="plain paper-list">
      {papers.map((paper) => (
        <li key={paper.slug}>
          <PaperEntry paper={paper} />
        </li>
      ))}
    </ol>
  );
}
