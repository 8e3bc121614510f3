/**
 * Changed inputs for each decoder: 200,000 in all, in about 30 seconds. `FUZZ_SCALE=10` takes ten times
 * as many; `FUZZ_SEED=N` takes others than the usual ones.
 */
export const FUZZ_RUNS = {
  manifest: 20_000,
  sectionIndex: 16_000,
  record: 40_000,
  codec: 8_000,
  signature: 8_000,
  bundle: 8_000,
  dictionary: 40_000,
  postings: 40_000,
  repositories: 10_000,
  searchIndex: 10_000,
} as const;

/** Room for the seeds of a decoder, so that no two have one in common. */
const SEEDS_PER_DECODER = 2 ** 24;

/** How often to run a decoder, and from which seed on. */
export function fuzzRuns(decoder: keyof typeof FUZZ_RUNS): { runs: number; seed: number } {
  const scale = Number(process.env['FUZZ_SCALE'] ?? 1);
  const base = Number(process.env['FUZZ_SEED'] ?? 1);
  const place = Object.keys(FUZZ_RUNS).indexOf(decoder) + 1;
  return {
    runs: Math.ceil(FUZZ_RUNS[decoder] * scale),
    seed: base + place * SEEDS_PER_DECODER,
  };
}
