import { ask, type WatchedAnswer } from './ask.ts';
import type { DownloadEffects } from './effects.ts';
import { MirrorError } from './mirror-error.ts';
import { withRetries } from './retry.ts';

/** A file to fetch, as the mirror's listing promises it. */
export interface WantedFile {
  readonly url: string;
  readonly bytes: number;
  /** null where nobody has said. */
  readonly sha256: string | null;
}

export interface FetchedFile {
  readonly sha256: string;
  /** Whether it is gzip, as its name says; plain JSON otherwise. */
  readonly isGzip: boolean;
}

/**
 * Fetches a file to `path`, and only puts it there once its size and, where it is known, its sum are
 * right. Until then it is `path.part`. A download that broke off goes on where it stopped when the
 * part is of the same file (a note beside it says of which) and the mirror sends ranges; else it begins anew.
 *
 * @throws MirrorError when the mirror does not have it as promised; the signal's reason.
 */
export async function fetchDump(
  wanted: WantedFile,
  path: string,
  effects: DownloadEffects,
): Promise<FetchedFile> {
  const { disk, log } = effects;
  const part = `${path}.part`;
  const note = `${path}.part.json`;
  await preparePart(wanted, part, note, effects);
  for (let isSecond = false; ; isSecond = true) {
    let furthest = 0;
    await withRetries(effects, (onProgress) =>
      fetchRest(
        wanted,
        part,
        (done) => {
          if (done > furthest) onProgress();
          furthest = Math.max(furthest, done);
        },
        effects,
      ),
    );
    const sha256 = await disk.sha256(part, (bytes) => log.progress(bytes, wanted.bytes, 'bytes'));
    if (wanted.sha256 === null || sha256 === wanted.sha256) {
      const [first, second] = await disk.readStart(part, 2);
      await disk.rename(part, path);
      await disk.remove(note);
      return { sha256, isGzip: first === 0x1f && second === 0x8b };
    }
    await disk.remove(part);
    // Once more from its begin: the part may have been put together from two files.
    if (isSecond) {
      throw new MirrorError(
        wanted.url,
        `sent a file with the SHA-256 ${sha256}, where its listing says ${wanted.sha256}; it was thrown away`,
        false,
      );
    }
  }
}

/** Keeps the part of an earlier run when it is of the very same file. */
async function preparePart(
  { bytes, sha256 }: WantedFile,
  part: string,
  note: string,
  { disk }: DownloadEffects,
): Promise<void> {
  const identity = JSON.stringify({ bytes, sha256 });
  const isSame = sha256 !== null && (await disk.readText(note)) === identity;
  const size = await disk.sizeOf(part);
  if (size !== null && (!isSame || size > bytes)) await disk.remove(part);
  await disk.writeText(note, identity);
}

/** Fetches what is missing of the part. @param onDone called with the bytes that the part has. */
async function fetchRest(
  wanted: WantedFile,
  part: string,
  onDone: (bytes: number) => void,
  effects: DownloadEffects,
): Promise<void> {
  const { disk, log } = effects;
  const { url, bytes } = wanted;
  const start = (await disk.sizeOf(part)) ?? 0;
  if (start === bytes && start > 0) return;
  // Without this, hosts may pack the file once more, and Node would unpack it in silence.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (start > 0) headers['range'] = `bytes=${start}-`;
  const answer = await ask(url, headers, [200, 206, 416], effects);
  const goesOn = await checkAnswer(answer, wanted, start);
  if (start > 0 && goesOn !== 'here') await disk.remove(part);
  if (goesOn === 'nowhere') {
    throw new MirrorError(url, 'answered with another range than the one asked for', true);
  }
  let done = goesOn === 'here' ? start : 0;
  const file = await disk.openEnd(part);
  try {
    for await (const piece of answer.pieces()) {
      done += piece.byteLength;
      if (done > bytes) break;
      await file.write(piece);
      log.progress(done, bytes, 'bytes');
      onDone(done);
    }
  } finally {
    await file.close();
  }
  const problem = describeOtherContent(await disk.readStart(part, 64));
  if (problem !== null || done > bytes) {
    await disk.remove(part);
    const tooLong = `sends more than the ${bytes} bytes that it lists`;
    throw new MirrorError(url, problem ?? tooLong, false);
  }
  if (done < bytes) throw new MirrorError(url, `broke off after ${done} of ${bytes} bytes`, true);
}

/** Where the body of an answer begins: after the part, at the file's begin, or at no place of use. */
async function checkAnswer(
  { response }: WatchedAnswer,
  { url, bytes }: WantedFile,
  start: number,
): Promise<'here' | 'begin' | 'nowhere'> {
  const { status, headers } = response;
  const encoding = headers.get('content-encoding') ?? 'identity';
  const isHere = status === 206 && isRange(headers.get('content-range'), start, bytes);
  if (encoding === 'identity' && (isHere || status === 200)) return isHere ? 'here' : 'begin';
  await response.body?.cancel().catch(() => undefined);
  if (encoding === 'identity') return 'nowhere';
  throw new MirrorError(url, `sends the file in the encoding ${encoding}, unasked`, false);
}

/** What mirrors send in place of a file, told by its first bytes; null when it may be the file. */
function describeOtherContent(start: Uint8Array): string | null {
  const text = new TextDecoder().decode(start).trimStart();
  if (text.startsWith('version https://git-lfs')) {
    return 'sent a Git LFS pointer, not the file itself: it mirrors the repository without its large files';
  }
  return /^<(?:!doctype|html|\?xml|head|body)/i.test(text)
    ? 'sent a web page, most likely an error message'
    : null;
}

function isRange(header: string | null, start: number, bytes: number): boolean {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '');
  if (match === null || Number(match[1]) !== start) return false;
  return match[2] === '*' || Number(match[2]) === bytes;
}
