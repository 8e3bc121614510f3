/**
 * What has to be there before the site can be served or tested: installed packages, a snapshot, the
 * built app. Each is made when it is missing or out of date, and left alone otherwise. Uses nothing
 * but Node itself, since it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What the person can put right: shown as one sentence, without a stack. */
export class SetupError extends Error {}

/**
 * Runs a program to its end, in the project's folder.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: its output is shown only
 *   when it fails
 * @returns {Promise<number>} exit code, 1 when it was killed or could not be started
 */
function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      done(code ?? 1);
    });
  });
}

/**
 * Runs a program that an installed package brings.
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ bin?: string, env?: Record<string, string>, quiet?: boolean }} [options] bin: its name,
 *   when it is not the package's
 */
export function runBin(packageName, args, options = {}) {
  const folder = join(ROOT, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = options.bin ?? packageName.split('/').at(-1) ?? packageName;
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`${packageName} has no program ${name}`);
  return run(process.execPath, [join(folder, file), ...args], options);
}

/** Installs the packages of package-lock.json unless that has been done since it last changed. */
export async function ensureInstalled() {
  const lock = join(ROOT, 'package-lock.json');
  const stamp = join(ROOT, 'node_modules', '.installed-lock.sha256');
  const hash = hashFiles([lock]);
  if (readText(stamp) === hash) return;
  // npm's own record of what it installed: someone has run npm by hand.
  const record = statSync(join(ROOT, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  });
  if (record === undefined || record.mtimeMs < statSync(lock).mtimeMs) {
    console.log('Installing packages (npm ci) ...');
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env['npm_execpath'];
    const code =
      npm === undefined ? await run('npm', args) : await run(process.execPath, [npm, ...args]);
    if (code !== 0) throw new SetupError('The packages could not be installed: npm ci failed.');
  }
  writeFileSync(stamp, hash);
}

/**
 * Builds a snapshot from a folder of dumps, unless there is one of the same dumps by the same builder.
 * @param {string} name folder under .cache/snapshots
 * @param {string} from folder of dumps, relative to the project
 * @returns {Promise<string>} the snapshot's folder
 */
export async function ensureSnapshot(name, from) {
  const source = join(ROOT, from);
  if (!existsSync(source))
    throw new SetupError(`There is no folder ${from} to build a snapshot of.`);
  const folder = join(ROOT, '.cache', 'snapshots', name);
  const hash = hashSnapshotInputs(from);
  if (existsSync(join(folder, 'snapshot.json')) && readText(`${folder}.stamp`) === hash) {
    return folder;
  }

  console.log(`Building the snapshot of ${from} ...`);
  const building = `${folder}.${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  const args = ['src/builder/main.ts', '--from', source, '--to', building];
  const exitCode = await runBin('tsx', args, { quiet: true });
  if (exitCode !== 0) {
    rmSync(building, { recursive: true, force: true });
    throw new SetupError(`The snapshot of ${from} could not be built.`);
  }
  return keepSnapshot(name, from, building);
}

/**
 * Makes a snapshot that was just built the one that `ensureSnapshot` answers with.
 * @param {string} name
 * @param {string} from as there
 * @param {string} built folder on the same disk; moved away
 * @returns {string} where the snapshot is now
 */
export function keepSnapshot(name, from, built) {
  const folder = join(ROOT, '.cache', 'snapshots', name);
  mkdirSync(dirname(folder), { recursive: true });
  moveInto(built, folder);
  writeFileSync(`${folder}.stamp`, hashSnapshotInputs(from));
  return folder;
}

/**
 * Of the dumps and of the code that decides what a snapshot of them is.
 * @param {string} from
 */
function hashSnapshotInputs(from) {
  const code = ['src/format', 'src/leaderboard', 'src/search', 'src/builder'];
  return hashFiles([from, ...code, 'package-lock.json'].map((part) => join(ROOT, part)));
}

/** The snapshot that development, tests and `npm start` show. */
export const ensureSampleSnapshot = () => ensureSnapshot('sample', 'sample');

/**
 * The snapshot that `npm start` shows: the one at snapshot/, where `npm run archive` puts the real
 * archive, else the sample's. Tests and development always take the sample's.
 * @returns {Promise<{ folder: string, says: string }>}
 */
export async function ensureShownSnapshot() {
  const folder = join(ROOT, 'snapshot');
  const manifest = join(folder, 'snapshot.json');
  if (!existsSync(manifest)) {
    const sample = await ensureSampleSnapshot();
    return {
      folder: sample,
      says: 'Serving the small sample archive. npm run archive fetches the real one.',
    };
  }
  return { folder, says: `Serving the archive of ${readDate(manifest)}, from snapshot/.` };
}

/**
 * Day of a snapshot. What else is in its manifest is for the app to judge.
 * @param {string} manifest path
 */
function readDate(manifest) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(readFileSync(manifest, 'utf8'));
    if (typeof value === 'object' && value !== null && 'date' in value) {
      if (typeof value.date === 'string') return value.date;
    }
  } catch {
    // Told below, as any other file that is no manifest.
  }
  throw new SetupError(
    'snapshot/snapshot.json cannot be read. Build it again (npm run archive), or remove the folder to see the sample.',
  );
}

/**
 * Builds the app unless nothing that goes into it has changed.
 * @param {string} [base] sub-path it will be served under
 * @param {string} [publicKeys] keys that it is to know, in place of PWC_PUBLIC_KEYS
 * @returns {Promise<string>} its folder: dist/ for a site at the root, unless it is to know other keys
 */
export async function ensureApp(base = '/', publicKeys) {
  const keys = publicKeys ?? process.env['PWC_PUBLIC_KEYS'] ?? '';
  const isMain = base === '/' && publicKeys === undefined;
  const name = `${base.replaceAll('/', '_')}${publicKeys === undefined ? '' : 'keyed'}`;
  const folder = join(ROOT, isMain ? 'dist' : `.cache/dist/${name}`);
  const stamp = join(ROOT, '.cache', `app${name}.stamp`);
  const before = appHash(base, keys);
  if (readText(stamp) === `${before} ${outputHash(folder)}`) return folder;

  console.log(base === '/' ? 'Building the app ...' : `Building the app for ${base} ...`);
  const building = join(ROOT, '.cache', 'dist', `building.${process.pid}`);
  mkdirSync(dirname(building), { recursive: true });
  const args = ['build', '--outDir', building, '--emptyOutDir', '--logLevel', 'warn'];
  const code = await runBin('vite', args, {
    env: { BASE_PATH: base, PWC_PUBLIC_KEYS: keys },
    quiet: true,
  });
  if (code !== 0) {
    rmSync(building, { recursive: true, force: true });
    throw new SetupError('The app could not be built: vite build failed.');
  }
  moveInto(building, folder);
  writeFileSync(stamp, `${before} ${outputHash(folder)}`);
  return folder;
}

/**
 * Puts a finished build in the place of an older one. Builds are made beside and moved, so that an
 * interrupted one leaves nothing half done, and two at a time don't write into each other's.
 * @param {string} from
 * @param {string} to
 */
function moveInto(from, to) {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(to, { recursive: true, force: true });
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      // Another process has moved its own build there in between.
      if (attempt === 5) throw error;
    }
  }
}

/**
 * Everything that decides what the built app is.
 * @param {string} base
 * @param {string} publicKeys
 */
function appHash(base, publicKeys) {
  const src = readdirSync(join(ROOT, 'src'))
    .filter((name) => name !== 'builder')
    .map((name) => join(ROOT, 'src', name));
  const rest = ['public', 'index.html', 'vite.config.ts', 'scripts/vite', 'package-lock.json'];
  // Written by the build itself.
  const files = listFiles([...src, ...rest.map((name) => join(ROOT, name))]);
  const settings = `${base} ${process.env['PWC_MIRRORS'] ?? ''} ${publicKeys}`;
  return `${settings} ${hashFiles(files.filter((file) => !file.endsWith('route-tree.gen.ts')))}`;
}

/**
 * Tells whether someone has built something else into the folder since.
 * @param {string} folder
 */
function outputHash(folder) {
  return hashFiles([join(folder, 'index.html'), join(folder, 'sw.js')]);
}

/**
 * SHA-256 over names and contents; folders count with all their files, missing ones with none.
 * @param {string[]} paths
 */
export function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const file of listFiles(paths)) {
    hash
      .update(`${relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string[]} paths
 * @returns {string[]} absolute, sorted
 */
function listFiles(paths) {
  return paths
    .flatMap((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return [];
      if (stats.isFile()) return [path];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    })
    .toSorted();
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
