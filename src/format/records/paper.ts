import * as v from 'valibot';
import { CountSchema, LooseRefSchema, RefSchema } from './shared.ts';

export const RepositorySchema = v.object({
  url: v.string(),
  official: v.exactOptional(v.literal(true)),
  inPaper: v.exactOptional(v.literal(true)),
  inGithub: v.exactOptional(v.literal(true)),
  /** Framework as the dump names it; absent for "none". */
  framework: v.exactOptional(v.string()),
});
export type Repository = v.InferOutput<typeof RepositorySchema>;

/** One row of a board, seen from its paper. */
export const ResultSchema = v.object({
  board: v.string(),
  task: RefSchema,
  dataset: v.string(),
  model: v.string(),
  extraData: v.exactOptional(v.boolean()),
  metrics: v.array(
    v.object({
      name: v.string(),
      /** Raw text. */
      value: v.string(),
      /** Rank of this value on the board; absent where the direction or the number is unknown. */
      rank: v.exactOptional(CountSchema),
      /** Rows of the board that have a number in this metric. */
      of: v.exactOptional(CountSchema),
    }),
  ),
});
export type Result = v.InferOutput<typeof ResultSchema>;

/** A record of `paper-results`: all rows of a paper, by slug of the board. */
export const PaperResultsSchema = v.array(ResultSchema);

/** A paper without its abstract. Found by number; the section `paper-numbers` maps slugs to numbers. */
export const PaperSchema = v.object({
  slug: v.string(),
  /** TeX accents decoded, math kept as `$...$`; empty when the dump has none. */
  title: v.string(),
  authors: v.array(v.string()),
  /** YYYY, YYYY-MM or YYYY-MM-DD, as the dump gives it. */
  date: v.exactOptional(v.string()),
  /** The date cannot be right (after the snapshot's, or before 1950): shown, but not "latest". */
  dateInDoubt: v.exactOptional(v.literal(true)),
  arxivId: v.exactOptional(v.string()),
  venue: v.exactOptional(
    v.object({
      /** "CVPR" */
      name: v.string(),
      year: v.exactOptional(v.number()),
      month: v.exactOptional(v.number()),
    }),
  ),
  abstractUrl: v.exactOptional(v.string()),
  pdfUrl: v.exactOptional(v.string()),
  venueUrl: v.exactOptional(v.string()),
  venuePdfUrl: v.exactOptional(v.string()),
  tasks: v.exactOptional(v.array(LooseRefSchema)),
  methods: v.exactOptional(v.array(LooseRefSchema)),
  /** Official ones first. */
  repositories: v.exactOptional(v.array(RepositorySchema)),
  /** It has a record in `paper-results`. */
  hasResults: v.exactOptional(v.literal(true)),
  /** Only in snapshots of before version 3, which have no `paper-results`. */
  results: v.exactOptional(PaperResultsSchema),
  /** Address of the paper that this one reproduces. */
  reproduces: v.exactOptional(v.string()),
  /** Made from the row of a board: the archive has no record of this paper. */
  isStub: v.exactOptional(v.literal(true)),
});
export type Paper = v.InferOutput<typeof PaperSchema>;

/** The text of the paper with the same number; null when the dump has none. */
export const AbstractSchema = v.nullable(v.string());
export type Abstract = v.InferOutput<typeof AbstractSchema>;

/** A record of `paper-numbers`: the number alone, or with what a page should know before it reads the paper. */
export const PaperNumberSchema = v.union([
  CountSchema,
  v.object({ number: CountSchema, hasResults: v.literal(true) }),
]);
export type PaperNumber = v.InferOutput<typeof PaperNumberSchema>;
