/**
 * npm run bench -- NAME [--json FILE] [--runs N] [--papers N] [--to DIR] [--archive DIR] [--seed N]
 *
 * Measures the app as it is built now, and prints figures that can be compared with the budgets in
 * docs/design.md. Nothing fails here when a figure is bad. Without a name it lists what there is.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { MissingInputError, rounded, type Bench, type BenchResult, type Metrics } from './bench.ts';
import { BENCHES } from './benches.ts';
import { chromiumVersion } from './chromium-version.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    papers: { type: 'string' },
    to: { type: 'string' },
    archive: { type: 'string' },
    seed: { type: 'string' },
  },
});

const bench = BENCHES.find(({ name }) => name === positionals[0]);
if (bench === undefined) {
  if (positionals[0] !== undefined) console.error(`There is no bench "${positionals[0]}".`);
  const names = BENCHES.map(({ name, description }) => `  ${name.padEnd(10)} ${description}`);
  console.log(
    [
      'npm run bench -- NAME [--json FILE] [--runs N] [--papers N] [--to DIR] [--archive DIR] [--seed N]',
      ...names,
    ].join('\n'),
  );
  process.exitCode = positionals[0] === undefined ? 0 : 1;
} else {
  await measure(bench, values.json);
}

async function measure(chosen: Bench, file: string | undefined): Promise<void> {
  const machine = await describeMachine();
  let runs: number;
  let result: BenchResult;
  try {
    runs = parseCount('--runs', values.runs);
    result = await chosen.run({
      runs,
      papers: values.papers === undefined ? null : parseCount('--papers', values.papers),
      to: values.to ?? null,
      archive: values.archive ?? null,
      seed: values.seed === undefined ? null : parseCount('--seed', values.seed),
      log: (line) => console.error(line),
    });
  } catch (error) {
    if (!(error instanceof MissingInputError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  const context = { ...machine, runs, ...result.context };
  console.log(`\n${chosen.name}: ${chosen.description}\n${formatMetrics(result.metrics)}\n`);
  for (const [key, value] of Object.entries(context)) {
    console.log(`  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }
  if (file !== undefined) {
    const report = { name: chosen.name, context, metrics: result.metrics };
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
}

/** @throws MissingInputError when the text is no whole number from 1 on. */
function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count > 0) return count;
  throw new MissingInputError(`${option} is "${text}"; a whole number from 1 on was expected.`);
}

function formatMetrics(metrics: Metrics): string {
  const width = Math.max(...Object.keys(metrics).map((key) => key.length));
  return Object.entries(metrics)
    .map(
      ([key, value]) =>
        `  ${key.padEnd(width)} ${value.toLocaleString('en-US', { maximumFractionDigits: 4 }).padStart(12)}`,
    )
    .join('\n');
}

async function describeMachine(): Promise<Record<string, unknown>> {
  return {
    commit: currentCommit(),
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    chromium: await chromiumVersion(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    // Timings of a busy machine are worth little: what else ran when the bench began.
    loadAverage: rounded(loadavg()[0] ?? 0),
  };
}

function currentCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
