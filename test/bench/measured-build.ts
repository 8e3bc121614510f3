import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/project.mjs';

/** What a run of the builder took. */
export interface MeasuredBuild {
  readonly wallSeconds: number;
  /** Of all its threads. */
  readonly cpuSeconds: number;
  /** The most memory that the process, its threads and its children had at once. */
  readonly peakRssBytes: number;
}

const POLL_MS = 500;

/** Written by the process itself when it ends, behind its own output. */
const MARK = '\npwc2-usage ';
const REPORT_USAGE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(${JSON.stringify(MARK)} + JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});`;

/**
 * Runs the builder as `npm run snapshot` does: one process, whose threads count as its own.
 * @throws Error when it fails, with what it said.
 */
export async function measureBuild(
  from: string,
  to: string,
  log: (line: string) => void,
): Promise<MeasuredBuild> {
  const preload = `data:text/javascript,${encodeURIComponent(REPORT_USAGE)}`;
  const program = join('src', 'builder', 'main.ts');
  const args = ['--import', 'tsx', '--import', preload, program, '--from', from, '--to', to];
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (text: Buffer) => {
    output += text.toString();
    for (const line of text.toString().split('\n')) if (line.trim() !== '') log(`  ${line}`);
  });
  let treeBytes = 0;
  const polling = setInterval(() => {
    readTreeBytes(child.pid ?? 0, (bytes) => (treeBytes = Math.max(treeBytes, bytes)));
  }, POLL_MS);
  const code = await new Promise<number | null>((done, failed) => {
    child.on('close', done);
    child.on('error', failed);
  }).finally(() => clearInterval(polling));
  const wallSeconds = (performance.now() - started) / 1000;
  const usage = output.slice(output.lastIndexOf(MARK) + MARK.length);
  if (code !== 0) throw new Error(`The builder ended with code ${code}:\n${output.slice(-2000)}`);
  const { maxRSS, cpu } = JSON.parse(usage) as { maxRSS: number; cpu: number };
  return { wallSeconds, cpuSeconds: cpu / 1e6, peakRssBytes: Math.max(maxRSS * 1024, treeBytes) };
}

/** Memory of a process and its children now, where the system has `ps`. */
function readTreeBytes(root: number, onRead: (bytes: number) => void): void {
  execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, output) => {
    if (error !== null) return;
    const rows = output
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    const own = rows.filter(([id, parent]) => id === root || parent === root);
    onRead(own.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes * 1024, 0));
  });
}
