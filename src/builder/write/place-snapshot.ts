import { basename, dirname, join, resolve } from 'node:path';
import { MANIFEST_FILE, SNAPSHOT_MAGIC } from '../../format/version.ts';
import type { Disk } from '../disk.ts';
import { InputError, explainFileError } from '../input-error.ts';

/** Where a build puts its snapshot, and where it works until that is whole. */
export interface SnapshotPlace {
  readonly to: string;
  /** A sibling, so that the last step is a rename. Removed when the build fails. */
  readonly partial: string;
}

/** What the operating system knows of a process. */
export interface Processes {
  readonly ownId: number;
  isAlive(id: number): boolean;
}

/**
 * Makes an empty working folder beside `to`, after what a killed build left there was cleaned up.
 * @throws InputError when `to` must not or cannot be written.
 */
export async function preparePlace(
  disk: Disk,
  from: string,
  to: string,
  processes: Processes,
): Promise<SnapshotPlace> {
  const target = resolve(to);
  if (target === resolve(from)) {
    throw new InputError(
      `--from and --to are both ${to}; give the snapshot a folder of its own, apart from the dumps.`,
    );
  }
  const partial = `${target}.partial-${processes.ownId}`;
  try {
    await cleanUp(disk, target, processes);
    await refuseOtherFolder(disk, target, to);
    await disk.makeFolder(join(partial, 'blocks'));
    // A folder that may be read but not written shows itself here, before hours of work.
    await disk.write(join(partial, 'probe'), new Uint8Array(1));
    await disk.remove(join(partial, 'probe'));
  } catch (error) {
    await disk.remove(partial).catch(() => {});
    throw explainFileError(error, `Writing beside --to ${to}`);
  }
  return { to: target, partial };
}

async function refuseOtherFolder(disk: Disk, target: string, to: string): Promise<void> {
  const kind = await disk.kind(target);
  if (kind === 'nothing') return;
  if (kind === 'file') {
    throw new InputError(`--to ${to} is a file; a folder for the snapshot was expected.`);
  }
  const names = await disk.list(target);
  if (names.length === 0 || (await isSnapshot(disk, target, names))) return;
  throw new InputError(
    `--to ${to} holds other files (${names.slice(0, 3).join(', ')}) and no snapshot; give a new or empty folder, or an older snapshot to replace.`,
  );
}

/** Whether the folder holds a snapshot of any version; its magic is enough. */
async function isSnapshot(disk: Disk, folder: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes(MANIFEST_FILE)) return false;
  const text = new TextDecoder().decode(await disk.read(join(folder, MANIFEST_FILE)));
  try {
    const manifest: unknown = JSON.parse(text);
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'magic' in manifest &&
      manifest.magic === SNAPSHOT_MAGIC
    );
  } catch {
    return false;
  }
}

/**
 * Removes working folders of dead builds. When one died between its two last renames, the snapshot
 * that it had set aside is put back.
 */
async function cleanUp(disk: Disk, target: string, processes: Processes): Promise<void> {
  const parent = dirname(target);
  if ((await disk.kind(parent)) !== 'folder') return;
  const prefix = `${basename(target)}.`;
  for (const name of await disk.list(parent)) {
    const match = /^(partial|old)-(\d+)$/.exec(
      name.startsWith(prefix) ? name.slice(prefix.length) : '',
    );
    const id = Number(match?.[2]);
    if (match === null || (id !== processes.ownId && processes.isAlive(id))) continue;
    const path = join(parent, name);
    if (match[1] === 'old' && (await disk.kind(target)) === 'nothing') {
      await disk.rename(path, target);
    } else {
      await disk.remove(path);
    }
  }
}

/** Puts the finished snapshot in its place; the old one stands until the new one does. */
export async function applyPlace(
  disk: Disk,
  { to, partial }: SnapshotPlace,
  processes: Processes,
): Promise<void> {
  const aside = `${to}.old-${processes.ownId}`;
  const hadOld = (await disk.kind(to)) !== 'nothing';
  if (hadOld) await disk.rename(to, aside);
  try {
    await disk.rename(partial, to);
  } catch (error) {
    if (hadOld) await disk.rename(aside, to);
    throw explainFileError(error, `Putting the snapshot at ${to}`);
  }
  if (hadOld) await disk.remove(aside);
}
