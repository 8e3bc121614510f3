import { MalformedError } from '../errors.ts';

/** Tar counts in these: a header is one, contents are filled up to a multiple of it. */
export const TAR_BLOCK_BYTES = 512;

export interface TarEntry {
  readonly name: string;
  /** Bytes of the contents. */
  readonly size: number;
  /** When the file was last changed, in seconds since 1970. */
  readonly mtime: number;
}

const SIZE_DIGITS = 11;
const MAX_NAME_BYTES = 100;

/**
 * Header of one file in a tar (POSIX.1-1988, "ustar"): readable by all, owned by nobody. Of the many
 * ways to write one, this is the only one that an archive file has.
 */
export function encodeTarHeader({ name, size, mtime }: TarEntry): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(TAR_BLOCK_BYTES);
  const put = (offset: number, text: string): void => {
    for (let place = 0; place < text.length; place += 1) {
      header[offset + place] = text.charCodeAt(place);
    }
  };
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, SIZE_DIGITS));
  put(136, octal(mtime, SIZE_DIGITS));
  put(156, '0');
  put(257, 'ustar\u000000');
  // The checksum counts its own field as blanks.
  put(148, ' '.repeat(8));
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${octal(sum, 6)}\u0000 `);
  return header;
}

/**
 * Reads a header that `encodeTarHeader` can have written, and no other: it is read, written anew and
 * compared. So nothing that tar readers disagree about (long names, links, sizes in base 256) gets in.
 *
 * @param what the file in words, for the error.
 * @throws MalformedError
 */
export function decodeTarHeader(header: Uint8Array, what: string): TarEntry {
  const text = String.fromCharCode(...header.subarray(0, 148));
  const name = text.slice(0, MAX_NAME_BYTES).replace(/\0+$/, '');
  const size = parseOctal(text.slice(124, 124 + SIZE_DIGITS));
  const mtime = parseOctal(text.slice(136, 136 + SIZE_DIGITS));
  if (size !== null && mtime !== null && /^[\x21-\x7e]+$/.test(name)) {
    const entry = { name, size, mtime };
    const expected = encodeTarHeader(entry);
    if (expected.every((byte, place) => byte === header[place])) return entry;
  }
  throw new MalformedError(what, 'it is no tar file as "Save archive to a file" writes it');
}

function parseOctal(text: string): number | null {
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** Zeros that follow contents of this size, up to the next header. */
export function tarPaddingBytes(size: number): number {
  return (TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
}
