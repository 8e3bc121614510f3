/** A mirror cannot give what was asked of it; another one may. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
  constructor(
    readonly url: string,
    /** What it did, as the rest of a sentence. */
    readonly detail: string,
    /** Whether the same request may succeed a little later. */
    readonly isTemporary: boolean,
    options?: ErrorOptions,
  ) {
    super(`${url} ${detail}`, options);
  }
}

/** Whether an HTTP status may pass by itself (RFC 9110: 408, 429 and 5xx). */
export function isTemporaryStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
