/** Runs steps one after the other and sums them up. */

/**
 * @typedef {import('./test-steps.mjs').Counts & { name: string, seconds: number }} Result
 *
 * @param {import('./test-steps.mjs').Step[]} steps
 * @param {(line: string) => void} [log]
 * @returns {Promise<Result[]>} a result a step; one that throws counts as failed
 */
export async function runSteps(steps, log = console.log) {
  /** @type {Result[]} */
  const results = [];
  for (const step of steps) {
    log(`\n=== ${step.name} ===`);
    const started = performance.now();
    const counts = await step.run().catch((/** @type {unknown} */ error) => {
      log(error instanceof Error ? error.message : String(error));
      return { passed: 0, failed: 1, skipped: 0 };
    });
    const seconds = (performance.now() - started) / 1000;
    log(`--- ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`);
    results.push({ ...counts, name: step.name, seconds });
  }
  return results;
}

/**
 * A table of the steps, and under it the line that counts everything.
 * @param {Result[]} results
 */
export function formatSummary(results) {
  const rows = results.map(({ name, seconds, passed, failed }) =>
    [
      name.padEnd(10),
      (failed === 0 ? 'ok' : 'FAILED').padEnd(8),
      `${seconds.toFixed(1)} s`.padStart(8),
      String(passed).padStart(8),
      String(failed).padStart(8),
    ].join(''),
  );
  const head = 'step      result      time  passed  failed';
  return ['', head, ...rows, '', formatTotal(results)].join('\n');
}

/**
 * @param {Result[]} results
 * @returns {string} e.g. `412 passed, 0 failed`
 */
export function formatTotal(results) {
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
