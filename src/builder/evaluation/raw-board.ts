import type { Link } from '../../format/records/shared.ts';
import type { JoinKey } from '../citations.ts';

/** A board as read from the dump, before its papers are known. */
export interface RawBoard {
  readonly taskSlug: string;
  /** Spelling of the task where this board stood. */
  readonly taskName: string;
  /** Name of the dataset as the dump has it, blanks and all. */
  readonly rawDataset: string;
  readonly dataset: string;
  /** Datasets above a subdataset, outermost first. */
  readonly parents: readonly string[];
  readonly description?: string;
  readonly citations: readonly Link[];
  readonly links: readonly Link[];
  /** Ranking metric first; each name once. */
  readonly metrics: readonly string[];
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  readonly model: string;
  /** One a metric. */
  readonly values: readonly (string | null)[];
  readonly mention: RowMention | null;
  readonly date?: string;
  readonly code?: readonly Link[];
  readonly links?: readonly Link[];
  readonly extraData?: boolean;
}

/** The paper that a row names; one object for all rows that name it by the same title and address. */
export interface RowMention {
  readonly title?: string;
  /** Clean http address. */
  readonly url?: string;
  readonly keys: readonly JoinKey[];
}
