/** What every program in this folder does around its work. Runs on any Node that knows modules. */
import { readFileSync } from 'node:fs';

/**
 * Runs the program behind the command line.
 *
 * A Node that is too old, and everything that the person can put right, is told in one sentence;
 * all else is a bug and keeps its stack. `work` imports what it needs, so that an old Node gets to
 * the check before it meets syntax it does not know.
 * @param {() => Promise<number | void>} work its number is the exit code
 */
export function main(work) {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const wanted = JSON.parse(text).engines.node.replace('>=', '');
  if (!isAtLeast(process.versions.node, wanted)) {
    console.error(`Node ${wanted} or newer is needed; this is ${process.versions.node}.`);
    process.exitCode = 1;
    return;
  }
  work().then(
    (code) => {
      process.exitCode = code || 0;
    },
    (error) => {
      const isForThePerson = error instanceof Error && error.constructor.name === 'SetupError';
      console.error(isForThePerson ? error.message : error);
      process.exitCode = 1;
    },
  );
}

/**
 * @param {string} version
 * @param {string} wanted
 */
export function isAtLeast(version, wanted) {
  const found = version.split('.').map(Number);
  const least = wanted.split('.').map(Number);
  for (let part = 0; part < least.length; part += 1) {
    if (found[part] !== least[part]) return (found[part] || 0) > (least[part] || 0);
  }
  return true;
}
