/** The host did not answer: no connection, a refused one, one that broke off or fell silent. */
export class HostUnreachableError extends Error {
  override readonly name = 'HostUnreachableError';
  constructor(
    readonly url: string,
    options?: ErrorOptions,
  ) {
    super(`No answer from ${url}. The device may be offline, or the host is down.`, options);
  }
}

/** The host answered, but not with the file. */
export class HostRefusedError extends Error {
  override readonly name = 'HostRefusedError';
  constructor(
    readonly url: string,
    /** HTTP status, or null when the answer was something else than the file (a web page, say). */
    readonly status: number | null,
    readonly detail: string,
    /** How long the host asks to be left alone: its header `Retry-After`, as it came. */
    readonly retryAfter: string | null = null,
  ) {
    super(`${url}: ${detail}`);
  }

  /** Whether the same request may succeed a little later (RFC 9110: 408, 429 and 5xx). */
  get isTemporary(): boolean {
    return (
      this.status !== null && (this.status === 408 || this.status === 429 || this.status >= 500)
    );
  }
}

/** No mirror gave the file, each for a reason of its own. */
export class MirrorsFailedError extends Error {
  override readonly name = 'MirrorsFailedError';
  constructor(
    /** In the order in which the mirrors were tried. */
    readonly failures: readonly Error[],
  ) {
    super(`None of ${failures.length} hosts gave it. ${failures.map(String).join(' ')}`, {
      cause: failures[0],
    });
  }
}

/** The failure itself, or those of all mirrors. */
export function failuresOf(error: unknown): readonly unknown[] {
  return error instanceof MirrorsFailedError ? error.failures : [error];
}

/** Whether nobody answered: then the device may be offline. */
export function isUnreachable(error: unknown): boolean {
  return failuresOf(error).every((failure) => failure instanceof HostUnreachableError);
}

/** Whether the same request may succeed later, at one host at least. */
export function isWorthRetrying(error: unknown): boolean {
  return failuresOf(error).some(
    (failure) =>
      failure instanceof HostUnreachableError ||
      (failure instanceof HostRefusedError && failure.isTemporary),
  );
}
