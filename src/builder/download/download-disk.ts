import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { errorCode } from '../input-error.ts';

/** The file system as a download needs it. */
export interface DownloadDisk {
  makeFolder(path: string): Promise<void>;
  /** Bytes of a file, or null when there is none. */
  sizeOf(path: string): Promise<number | null>;
  /** Opens a file to write at its end. */
  openEnd(
    path: string,
  ): Promise<{ write(bytes: Uint8Array): Promise<void>; close(): Promise<void> }>;
  /** SHA-256 of a file in hex. @param onRead called with the bytes read so far. */
  sha256(path: string, onRead: (bytes: number) => void): Promise<string>;
  /** The first bytes of a file, at most `length`. */
  readStart(path: string, length: number): Promise<Uint8Array>;
  /** null when there is no such file. */
  readText(path: string): Promise<string | null>;
  writeText(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>;
}

/** The real file system. */
export const nodeDownloadDisk: DownloadDisk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  sizeOf: (path) => orNull(async () => (await stat(path)).size),
  async openEnd(path) {
    const file = await open(path, 'a');
    return {
      async write(bytes) {
        await file.appendFile(bytes);
      },
      close: () => file.close(),
    };
  },
  async sha256(path, onRead) {
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Uint8Array);
      onRead((read += (chunk as Uint8Array).byteLength));
    }
    return hash.digest('hex');
  },
  async readStart(path, length) {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  readText: (path) => orNull(() => readFile(path, 'utf8')),
  writeText: (path, text) => writeFile(path, text),
  rename,
  remove: (path) => rm(path, { force: true }),
};

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
