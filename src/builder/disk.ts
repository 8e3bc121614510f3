/** The file system as the builder needs it. Real in `node-disk.ts`; tests wrap it to make it fail. */
export interface Disk {
  /** What a path is. */
  kind(path: string): Promise<'file' | 'folder' | 'nothing'>;
  /** Names in a folder, in code-unit order. */
  list(folder: string): Promise<string[]>;
  /** Bytes of a file. */
  size(path: string): Promise<number>;
  /** Bytes of a file from its begin, in pieces. */
  stream(path: string): AsyncIterable<Uint8Array>;
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes a folder and those above it. */
  makeFolder(path: string): Promise<void>;
  /** Removes a file or a folder with all it holds, or does nothing when it is not there. */
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A new file to append to and to read back from at any place. */
  openSpill(path: string): Promise<Spill>;
}

/** A file for what does not fit into memory. */
export interface Spill {
  /** Appends bytes and returns the offset where they begin. They may be kept in memory until flush. */
  append(bytes: Uint8Array): number;
  /** Writes what waits, once it is much; all of it when `all` is set. */
  flush(all?: boolean): Promise<void>;
  /** Reads back. Only after a full flush. */
  readAt(offset: number, length: number): Uint8Array;
  close(): Promise<void>;
}
