import { cutText } from './text.ts';

export const DUMP_NAMES = [
  'papers-with-abstracts',
  'links-between-papers-and-code',
  'evaluation-tables',
  'methods',
  'datasets',
] as const;
export type DumpName = (typeof DUMP_NAMES)[number];

/** What happened for one reason. */
export interface Finding {
  readonly reason: string;
  readonly count: number;
  /** The first few, in the order of the dump. */
  readonly examples: readonly string[];
}

/** Findings on their way from one report to another. */
export interface ReportedFindings {
  readonly merged: readonly Finding[];
  readonly repaired: readonly Finding[];
  readonly dropped: readonly Finding[];
}

export interface DumpFindings extends ReportedFindings {
  readonly read: number;
  readonly kept: number;
  /** What a record of the dump holds further, such as the rows of a board: read and kept. */
  readonly parts?: { readonly name: string; readonly read: number; readonly kept: number }[];
}

const MAX_EXAMPLES = 5;
const MAX_EXAMPLE_LENGTH = 120;

/** Counts of one kind of finding by reason. Reasons are short stable sentences of our own. */
class FindingCounts {
  readonly #byReason = new Map<string, { count: number; examples: string[] }>();

  add(reason: string, example: string, count: number): void {
    let finding = this.#byReason.get(reason);
    if (finding === undefined) this.#byReason.set(reason, (finding = { count: 0, examples: [] }));
    finding.count += count;
    if (finding.examples.length < MAX_EXAMPLES && example !== '') {
      finding.examples.push(shorten(example));
    }
  }

  /** Adds what another has counted after this one. */
  absorb(findings: readonly Finding[]): void {
    for (const { reason, count, examples } of findings) {
      this.add(reason, '', count);
      for (const example of examples) this.add(reason, example, 0);
    }
  }

  get total(): number {
    return [...this.#byReason.values()].reduce((sum, { count }) => sum + count, 0);
  }

  list(): Finding[] {
    return [...this.#byReason]
      .map(([reason, { count, examples }]) => ({ reason, count, examples }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

function shorten(example: string): string {
  const line = example.slice(0, 4 * MAX_EXAMPLE_LENGTH).replace(/[\p{Cs}\p{Cc}]/gu, ' ');
  return line.length > MAX_EXAMPLE_LENGTH ? `${cutText(line, MAX_EXAMPLE_LENGTH)}…` : line;
}

/** What was read from one dump, and what became of it. Nothing is lost without a line here. */
export class DumpReport {
  read = 0;
  kept = 0;
  readonly #parts = new Map<string, { read: number; kept: number }>();
  readonly #merged = new FindingCounts();
  readonly #repaired = new FindingCounts();
  readonly #dropped = new FindingCounts();

  /** The same thing stood in the dump before. */
  merge(reason: string, example: string, count = 1): void {
    this.#merged.add(reason, example, count);
  }

  /** Something was kept, but not as it stood. */
  repair(reason: string, example: string, count = 1): void {
    this.#repaired.add(reason, example, count);
  }

  /** Something of the dump is not in the snapshot. */
  drop(reason: string, example: string, count = 1): void {
    this.#dropped.add(reason, example, count);
  }

  /** Parts of records, such as boards and rows of the evaluation tables. */
  part(name: string): { read: number; kept: number } {
    let part = this.#parts.get(name);
    if (part === undefined) this.#parts.set(name, (part = { read: 0, kept: 0 }));
    return part;
  }

  /** All findings so far, to be taken over by another report. */
  reported(): ReportedFindings {
    return {
      merged: this.#merged.list(),
      repaired: this.#repaired.list(),
      dropped: this.#dropped.list(),
    };
  }

  /** Takes over what another report found in the records that follow. */
  absorb({ merged, repaired, dropped }: ReportedFindings): void {
    this.#merged.absorb(merged);
    this.#repaired.absorb(repaired);
    this.#dropped.absorb(dropped);
  }

  get totals() {
    return {
      merged: this.#merged.total,
      repaired: this.#repaired.total,
      dropped: this.#dropped.total,
    };
  }

  findings(): DumpFindings {
    return {
      read: this.read,
      kept: this.kept,
      ...(this.#parts.size > 0 && {
        parts: [...this.#parts].map(([name, { read, kept }]) => ({ name, read, kept })),
      }),
      ...this.reported(),
    };
  }
}

/** Reports of all five dumps. */
export type Reports = Readonly<Record<DumpName, DumpReport>>;

export function createReports(): Reports {
  return {
    'papers-with-abstracts': new DumpReport(),
    'links-between-papers-and-code': new DumpReport(),
    'evaluation-tables': new DumpReport(),
    methods: new DumpReport(),
    datasets: new DumpReport(),
  };
}
