/**
 * What the person who runs the builder did wrong or can put right: one sentence that says what was
 * found, what was expected and what to do. Every other error is a bug in the builder.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Error codes of the file system that are the person's to put right, in words. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk; free some and run again',
  EDQUOT: 'the disk quota is used up; free some space and run again',
  EACCES: 'permission is denied; give permission or choose another folder',
  EPERM: 'permission is denied; give permission or choose another folder',
  EROFS: 'the disk is read-only; choose another folder',
  ENOTDIR: 'a part of the path is a file, not a folder; choose another folder',
  EMFILE: 'too many files are open; close other programs and run again',
};

/** Turns an error of the file system that the person can put right into an InputError. */
export function explainFileError(error: unknown, doing: string): unknown {
  const code = errorCode(error);
  const cause = code === null ? undefined : CAUSES[code];
  return cause === undefined
    ? error
    : new InputError(`${doing} failed: ${cause}.`, { cause: error });
}

/** The `code` that Node puts on its errors, or null. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
