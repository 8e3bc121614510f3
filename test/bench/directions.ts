import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureSnapshot } from '../../scripts/project.mjs';
import type { Board } from '../../src/format/records/board.ts';
import { DirectionFinder, type Withheld } from '../../src/leaderboard/infer-directions.ts';
import { metricKey } from '../../src/leaderboard/metric-key.ts';
import { parseColumn } from '../../src/leaderboard/parse-column.ts';
import { orderedNumbers } from '../../src/leaderboard/row-order.ts';
import type { Value } from '../../src/leaderboard/value.ts';
import { readRecords } from '../support/dump-builds.ts';
import { MissingInputError, type Bench, type BenchContext, type BenchResult } from './bench.ts';

const ARCHIVE = '../shared/archive-sample';

/** Boards with fewer numbers tell little about an order. */
const MIN_NUMBERS = 4;

export const directions: Bench = {
  name: 'directions',
  description: 'how well values are read and the directions of metrics are found, on real dumps',
  async run({ log }: BenchContext): Promise<BenchResult> {
    if (!existsSync(join(ROOT, ARCHIVE))) {
      throw new MissingInputError(`The directions bench needs the dumps in ${ARCHIVE}: not there.`);
    }
    const boards = await readRecords(await ensureSnapshot('archive-sample', ARCHIVE), 'boards');
    const columns = boards.map(columnsOf);
    const finder = new DirectionFinder(
      boards.map(({ metrics }, board) => ({
        metrics: metrics.map(({ name }) => name),
        columns: columns[board] ?? [],
      })),
    );
    const order = judgeOrder(boards, columns, log);
    const first = new Set(boards.flatMap(({ metrics }) => metrics.slice(0, 1).map(keyOf)));
    const others = boards.flatMap(({ metrics }) => metrics.slice(1));
    const both = new Set(others.map(keyOf).filter((key) => first.has(key)));
    const judged = boards.flatMap((board, place) => {
      const truth = finder.order(place);
      return truth === null ? [] : [{ board, place, truth }];
    });
    const heldBack = (withheld: Withheld, isWanted: (board: Board) => boolean) => {
      const cases = judged.filter(({ board }) => isWanted(board));
      const claims = cases.flatMap(({ place, truth }) => {
        const { direction } = finder.findWithheld(place, withheld);
        return direction === null ? [] : [direction === truth];
      });
      return { cases: cases.length, claimed: claims.length, right: claims.filter(Boolean).length };
    };
    const named = heldBack('own-order', ({ metrics: [metric] }) =>
      both.has(metric ? keyOf(metric) : ''),
    );
    const words = heldBack('all-votes', () => true);
    const movement = heldBack('votes-and-words', ({ metrics }) => metrics.length > 1);
    const isNumeric = (place: number, metric: number) =>
      (columns[place]?.[metric] ?? []).some((value) => value !== null && value.number !== null);
    const numeric = boards.flatMap(({ metrics }, place) =>
      metrics.filter((_, metric) => metric > 0 && isNumeric(place, metric)),
    );
    const values = columns.flat(2).filter((value) => value !== null);
    const zeros = values.filter(({ number, raw }) => number === 0 && !SAYS_ZERO.test(raw));
    return {
      metrics: {
        ...order,
        heldback_accuracy: share(named.right, named.claimed),
        claimed_share: share(named.claimed, named.cases),
        heldback_cases: named.cases,
        heldback_words_accuracy: share(words.right, words.claimed),
        heldback_words_claimed_share: share(words.claimed, words.cases),
        heldback_movement_accuracy: share(movement.right, movement.claimed),
        heldback_movement_claimed_share: share(movement.claimed, movement.cases),
        nonfirst_claimed_share: share(
          numeric.filter(({ direction }) => direction !== null).length,
          numeric.filter(({ directionSource }) => directionSource !== 'neutral').length,
        ),
        nonfirst_neutral: numeric.filter((one) => one.directionSource === 'neutral').length,
        values_parsed_share: share(
          values.filter(({ number }) => number !== null).length,
          values.length,
        ),
        values: values.length,
        false_zero_count: zeros.length,
      },
      context: {
        dumps: ARCHIVE,
        boards: boards.length,
        nonfirstBySource: countBy(numeric, ({ directionSource }) => directionSource),
        heldback:
          'the first metric of every board whose row order tells, by names that are both first and not ' +
          'first somewhere, without the order of that board',
        words: 'all first metrics, without the order of any board with that name',
        movement: 'the same without the words of the name, on boards with other metrics',
        firstOrder: `boards with ${MIN_NUMBERS} or more numbers that the archive itself could read`,
      },
    };
  },
};

/** A text that says 0, found without the parser: no digit but 0 before anything that is no digit. */
const SAYS_ZERO = /^[^\p{L}\d]*0*[.,]?0+(?![.,]?\d)/u;

/** Whether ranking by numbers gives the archive's order, ties aside. */
function judgeOrder(
  boards: readonly Board[],
  columns: readonly (readonly (readonly (Value | null)[])[])[],
  log: (line: string) => void,
) {
  let judged = 0;
  let matches = 0;
  let judgedAll = 0;
  let matchesAll = 0;
  for (const [place, { metrics, rows, slug }] of boards.entries()) {
    const values = columns[place]?.[0] ?? [];
    const direction = metrics[0]?.direction ?? null;
    const readable = orderedNumbers(values);
    const count = readable.filter((number) => number !== null).length;
    const isOrdered = (numbers: readonly (number | null)[]) =>
      isMonotone(
        numbers.filter((number) => number !== null),
        direction === 'lower' ? 1 : -1,
      );
    if (count >= MIN_NUMBERS) {
      judged++;
      const ranks = rows.map(({ rank }, row) => (readable[row] === null ? null : rank));
      if (direction !== null && isOrdered(readable) && isMonotone(ranks.filter(isNumber), 1))
        matches++;
      else log(`other order: ${slug} (${metrics[0]?.name ?? ''}, ${direction ?? 'unknown'})`);
    }
    const all = values.map((value) => value?.number ?? null);
    if (all.filter(isNumber).length < MIN_NUMBERS) continue;
    judgedAll++;
    if (direction !== null && isOrdered(all)) matchesAll++;
    else log(`other order with texts the archive could not read: ${slug}`);
  }
  return {
    first_order_boards: judged,
    first_order_match: share(matches, judged),
    first_order_match_all_texts: share(matchesAll, judgedAll),
  };
}

/** @param sign 1 for numbers that may only rise, -1 for such that may only fall. */
function isMonotone(numbers: readonly number[], sign: 1 | -1): boolean {
  return numbers.every(
    (number, place) => place === 0 || sign * (number - (numbers[place - 1] ?? 0)) >= 0,
  );
}

function isNumber(value: number | null): value is number {
  return value !== null;
}

function columnsOf({ metrics, rows }: Board): (Value | null)[][] {
  return metrics.map((_, metric) => parseColumn(rows.map(({ values }) => values[metric] ?? null)));
}

function keyOf({ name }: { readonly name: string }): string {
  return metricKey(name);
}

/** Four decimals; 1 where there is nothing to get wrong. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
}

function countBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOfItem(item)] = (counts[keyOfItem(item)] ?? 0) + 1;
  return counts;
}
