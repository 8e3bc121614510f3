/** The host did not answer: no connection, a refused one, or one that broke off. */
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
    detail: string,
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
