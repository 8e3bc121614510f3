/**
 * npm test [-- --only unit,browser] [--skip e2e]
 *
 * Runs every check of the project in order, all of them even when one fails, and sums up. Installs
 * packages and a browser first where they are missing, so it works in a fresh clone.
 */
import { main } from './command-line.mjs';

main(async () => {
  const { parseArgs } = await import('node:util');
  const { ensureInstalled, SetupError } = await import('./project.mjs');
  const { STEPS } = await import('./test-steps.mjs');
  const { formatSummary, runSteps } = await import('./test-run.mjs');
  const names = STEPS.map(({ name }) => name);

  /** @param {string | undefined} list */
  const parseList = (list) => {
    const wanted = (list ?? '').split(',').filter((name) => name !== '');
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new SetupError(`There is no step "${unknown}". The steps: ${names.join(', ')}.`);
    }
    return wanted;
  };
  const { values } = parseArgs({ options: { only: { type: 'string' }, skip: { type: 'string' } } });
  const only = parseList(values.only);
  const skip = parseList(values.skip);

  await ensureInstalled();
  const steps = STEPS.filter(
    ({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name),
  );
  const results = await runSteps(steps);
  console.log(formatSummary(results));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  return passed > 0 && results.every(({ failed }) => failed === 0) ? 0 : 1;
});
