import { useState } from 'react';
import type { LooseRef } from '../../format/records/shared.ts';
import { formatCount } from '../format/numbers.ts';
import { TaskChips } from '../paper/task-chips.tsx';
import './folded-chips.css';

const SHOWN = 24;

/** Tasks of a dataset; many are folded. */
export function FoldedChips({ tasks }: { readonly tasks: readonly LooseRef[] }) {
  const [isWhole, setWhole] = useState(tasks.length <= SHOWN + 4);
  return (
    <>
      <TaskChips tasks={isWhole ? tasks : tasks.slice(0, SHOWN)} />
      {!isWhole && (
        <button type="button" className="button folded-chips-more" onClick={() => setWhole(true)}>
          Show the other {formatCount(tasks.length - SHOWN)} tasks
        </button>
      )}
    </>
  );
}
