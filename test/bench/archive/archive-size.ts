/** How much of everything a generated archive holds. */
export interface ArchiveSize {
  readonly papers: number;
  readonly links: number;
  readonly topTasks: number;
  readonly tasks: number;
  readonly boards: number;
  readonly rows: number;
  readonly metrics: number;
  readonly datasets: number;
  readonly methods: number;
  readonly authors: number;
  /** Papers and their authors counted as pairs. */
  readonly authorships: number;
  /** Words made up, beside those of the corpus. */
  readonly rareWords: number;
}

/**
 * The archive of July 2025, as its mirrors publish it. Mixed sentences of the corpus have some 112,000
 * terms; made-up words bring that to what real text of this amount has, about 400,000.
 */
export const JULY_2025: ArchiveSize = {
  papers: 576_261,
  links: 300_161,
  topTasks: 2_254,
  tasks: 4_451,
  boards: 12_000,
  rows: 59_860,
  metrics: 3_468,
  datasets: 15_008,
  methods: 8_725,
  authors: 600_000,
  authorships: 5_000_000,
  rareWords: 290_000,
};

/** An archive with so many papers, all else in proportion. */
export function planArchiveSize(papers: number): ArchiveSize {
  const scaled = (count: number): number => Math.ceil((count * papers) / JULY_2025.papers);
  return Object.fromEntries(
    Object.entries(JULY_2025).map(([what, count]) => [what, scaled(count as number)]),
  ) as unknown as ArchiveSize;
}
