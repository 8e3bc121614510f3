/** The browser refused to store more. What was stored before is whole. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
  constructor(options?: ErrorOptions) {
    super(
      'The browser has no more room for this site. Free some space on the device, or install fewer packs.',
      options,
    );
  }
}

/** The browser offers no database here: a private window, or storage is switched off. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
  constructor(options?: ErrorOptions) {
    super('This browser window cannot store data, so nothing can be installed in it.', options);
  }
}

/** What is stored disappears again and again while it is being installed. */
export class StorageLostError extends Error {
  override readonly name = 'StorageLostError';
  constructor() {
    super(
      'The browser does not keep what is stored here: it was gone again before the install was done. Free some space on the device, then try again.',
    );
  }
}

/** Passes a write on, naming the two failures that callers treat differently. */
export async function namingStorageErrors<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (isQuotaError(cause)) throw new StorageFullError({ cause });
    throw cause;
  }
}

/** Dexie wraps the browser's error, sometimes twice (AbortError around QuotaExceededError). */
function isQuotaError(error: unknown): boolean {
  for (let current: unknown = error, depth = 0; depth < 4; depth += 1) {
    if (!(current instanceof Error) && !(current instanceof DOMException)) return false;
    if (current.name === 'QuotaExceededError') return true;
    current = 'inner' in current ? current.inner : current.cause;
  }
  return false;
}
