/**
 * The one place that knows which Chromium the tests and benches drive, and how it is started.
 *
 * Run as a program, it makes sure that there is one, in this order: the path in `CHROMIUM`; Debian's
 * /usr/bin/chromium; Debian's package, installed when run as root there; Playwright's own download.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Keeps the browser from talking to anyone but the page's own host. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {boolean} whether this process is root, where Chromium's sandbox refuses to start. */
const isRoot = () => process.getuid?.() === 0;

/**
 * Path of the browser to start, or undefined for the one that Playwright downloaded.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
    return named;
  }
  return existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined;
}

/**
 * What to hand to Playwright's `launch`, of vitest's browser as well as of the end-to-end tests.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumLaunchOptions() {
  const executablePath = findChromium();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: isRoot() ? ['--no-sandbox', ...FLAGS] : FLAGS,
  };
}

/**
 * Installs a browser where none is found.
 * @throws Error saying what to do when that fails.
 */
export function ensureChromium() {
  if (findChromium() !== undefined) return;
  if (isRoot() && existsSync('/etc/debian_version') && installFromDebian()) return;
  const cli = createRequire(import.meta.url).resolve('playwright/cli');
  if (run(process.execPath, [cli, 'install', 'chromium'])) return;
  throw new Error(
    'No Chromium was found and none could be installed. Install one and name it: CHROMIUM=/path npm test',
  );
}

/** @returns {boolean} whether Debian's Chromium is there afterwards. */
function installFromDebian() {
  return (
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', 'chromium']) &&
    existsSync(DEBIAN_CHROMIUM)
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether it exited with 0
 */
function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    ensureChromium();
    console.log(findChromium() ?? 'Chromium as downloaded by Playwright');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
