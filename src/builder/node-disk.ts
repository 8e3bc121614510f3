import { createReadStream, readSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Disk, Spill } from './disk.ts';
import { errorCode } from './input-error.ts';

const READ_PIECE_BYTES = 1024 * 1024;
const SPILL_PIECE_BYTES = 4 * 1024 * 1024;

/** The real file system. */
export const nodeDisk: Disk = {
  async kind(path) {
    try {
      return (await stat(path)).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return 'nothing';
      throw error;
    }
  },
  async list(folder) {
    return (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));
  },
  async size(path) {
    return (await stat(path)).size;
  },
  stream: (path) => createReadStream(path, { highWaterMark: READ_PIECE_BYTES }),
  async read(path) {
    return new Uint8Array(await readFile(path));
  },
  write: (path, bytes) => writeFile(path, bytes),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  remove: (path) => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  rename,
  openSpill,
};

async function openSpill(path: string): Promise<Spill> {
  const handle = await open(path, 'w+');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let end = 0;
  return {
    append(bytes) {
      const offset = end;
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      end += bytes.byteLength;
      return offset;
    },
    async flush(all = false) {
      if (waitingBytes === 0 || (!all && waitingBytes < SPILL_PIECE_BYTES)) return;
      const pieces = Buffer.concat(waiting, waitingBytes);
      waiting = [];
      waitingBytes = 0;
      await handle.appendFile(pieces);
    },
    readAt(offset, length) {
      const bytes = new Uint8Array(length);
      for (let filled = 0; filled < length;) {
        const read = readSync(handle.fd, bytes, filled, length - filled, offset + filled);
        if (read === 0) throw new Error(`The spill ends before byte ${offset + length}`);
        filled += read;
      }
      return bytes;
    },
    close: () => handle.close(),
  };
}
