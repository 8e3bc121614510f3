import { Link } from '@tanstack/react-router';
import type { Task } from '../../format/records/task.ts';
import { formatCount } from '../format/numbers.ts';
import { YearSpark } from '../spark/year-spark.tsx';
import { Fact, Facts } from './facts.tsx';
import { FoldedList } from './folded-list.tsx';

const SHOWN = 8;

/** How much there is of a task and how it grew, its other names, and where it belongs. */
export function TaskFacts({ task }: { readonly task: Task }) {
  const { areas, parents, synonyms, boards, papers, paperYears, resultYears } = task;
  const results = boards.reduce((sum, board) => sum + board.rows, 0);
  return (
    <Facts>
      <Fact label="Results">{results > 0 && formatCount(results)}</Fact>
      <Fact label="Papers">{papers > 0 && formatCount(papers)}</Fact>
      <Fact label="Results a year">
        {resultYears !== undefined && resultYears.counts.length > 1 && (
          <YearSpark years={resultYears} what="Results" />
        )}
      </Fact>
      <Fact label="Papers a year">
        {paperYears !== undefined && paperYears.counts.length > 1 && (
          <YearSpark years={paperYears} what="Papers" />
        )}
      </Fact>
      <Fact label="Part of" isLong>
        {parents !== undefined && (
          <FoldedList
            items={parents}
            first={SHOWN}
            keyOf={(parent) => parent.slug}
            render={(parent) => (
              <Link to="/task/$task" params={{ task: parent.slug }}>
                {parent.name}
              </Link>
            )}
          />
        )}
      </Fact>
      <Fact label={areas.length === 1 ? 'Area' : 'Areas'} isLong>
        {areas.length > 0 && (
          <FoldedList
            items={areas}
            first={SHOWN}
            keyOf={(area) => area.slug}
            render={(area) => (
              <Link to="/area/$area" params={{ area: area.slug }}>
                {area.name}
              </Link>
            )}
          />
        )}
      </Fact>
      <Fact label="Also known as" isLong>
        {synonyms !== undefined && (
          <FoldedList
            items={synonyms}
            first={SHOWN}
            keyOf={(synonym) => synonym}
            render={(synonym) => synonym}
          />
        )}
      </Fact>
    </Facts>
  );
}
