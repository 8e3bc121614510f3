/** What a reader of snapshots can meet. Each class is a case that a caller treats differently. */

/** The bytes are not a snapshot, or not the part of one that was asked for. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
  constructor(
    /** What was being read, in words: "root manifest", "block 3f..". */
    readonly what: string,
    /** What was found and what was expected. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`The ${what} cannot be read: ${detail}`, options);
  }
}

/** The snapshot is written in a version of the format that this code does not read. */
export class UnreadableVersionError extends Error {
  override readonly name = 'UnreadableVersionError';
  constructor(
    readonly found: number,
    readonly oldestReadable: number,
    readonly newestReadable: number,
  ) {
    super(
      found > newestReadable
        ? `This snapshot is in format ${found}; this app reads up to format ${newestReadable}. Reload to get the newest app, then try again.`
        : `This snapshot is in format ${found}; this app reads format ${oldestReadable} and later. Ask whoever hosts it for a newer snapshot.`,
    );
  }
}

/** A hashed file whose bytes are not those that its name promises. */
export class HashMismatchError extends Error {
  override readonly name = 'HashMismatchError';
  constructor(
    readonly expected: string,
    readonly found: string,
    readonly bytes: number,
  ) {
    super(
      `Block ${expected} was refused: its ${bytes} bytes have the hash ${found}. The copy is damaged or was changed on the way.`,
    );
  }
}

/** A file ends before it is complete. What was read of it before is good. */
export class TruncatedError extends Error {
  override readonly name = 'TruncatedError';
  constructor(
    /** What was being read, in words: "archive file". */
    readonly what: string,
    /** Where it ends. */
    readonly bytes: number,
  ) {
    super(
      `The ${what} ends after ${bytes} bytes, in the middle of its contents. Copy it again and open it once more: what was read is kept.`,
    );
  }
}
