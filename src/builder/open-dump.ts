import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Disk } from './disk.ts';
import { InputError, errorCode, explainFileError } from './input-error.ts';
import { NotAnArrayError } from './split-array.ts';

const GUNZIP_PIECE_BYTES = 512 * 1024;

/**
 * The unpacked bytes of a dump. Whether it is gzip is told by its first two bytes, for names lie.
 * @param onRead called with the bytes read from the disk, for progress.
 */
export async function* openDump(
  disk: Disk,
  path: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const source = counted(disk.stream(path), onRead);
  const first = await source.next();
  if (first.done === true) return;
  const whole = prepended(first.value, source);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) {
    yield* whole;
    return;
  }
  const packed = Readable.from(whole, { objectMode: false });
  const unpacked = createGunzip({ chunkSize: GUNZIP_PIECE_BYTES });
  packed.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of packed.pipe(unpacked)) yield chunk as Uint8Array;
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onRead(chunk.byteLength);
    if (chunk.byteLength > 0) yield chunk;
  }
}

async function* prepended(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

const AGAIN = 'download it again';

/** Says in words why a dump could not be read, where the file is to blame. */
export function explainDumpError(error: unknown, path: string): unknown {
  if (error instanceof NotAnArrayError) return new InputError(describeStart(error, path));
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') {
    return new InputError(`${path} ends in the middle of its gzip data; ${AGAIN}.`, {
      cause: error,
    });
  }
  if (code?.startsWith('Z_') === true) {
    return new InputError(`${path} begins as gzip but its data is damaged; ${AGAIN}.`, {
      cause: error,
    });
  }
  return explainFileError(error, `Reading ${path}`);
}

function describeStart({ problem, found }: NotAnArrayError, path: string): string {
  switch (problem) {
    case 'empty':
      return `${path} is empty; a JSON array of records was expected; ${AGAIN}.`;
    case 'cut off':
      return `${path} stops before its JSON array ends; ${AGAIN}.`;
    case 'unbalanced':
      return `${path} has a bracket too many, so its JSON array is damaged; ${AGAIN}.`;
    case 'text after it':
      return `${path} goes on after its JSON array ends; ${AGAIN}.`;
    case 'other':
      return `${path} ${describeText(found)}; a JSON array of records was expected; ${AGAIN}.`;
  }
}

function describeText(found: Uint8Array): string {
  const text = new TextDecoder().decode(found);
  if (text.startsWith('version https://git-lfs')) {
    return 'is a Git LFS pointer, not the file itself: its host does not serve the real one';
  }
  if (/^<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    return 'is a web page, most likely an error message of its host';
  }
  if (text.startsWith('{')) return 'holds a JSON object';
  const line = text.slice(0, 40).replace(/[^\x20-\x7e]+/g, '?');
  return `begins with "${line}"`;
}
