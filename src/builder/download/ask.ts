import type { DownloadEffects } from './effects.ts';
import { isTemporaryStatus, MirrorError } from './mirror-error.ts';

/** An answer that is watched: reading it fails as soon as nothing has come for a while. */
export interface WatchedAnswer {
  readonly response: Response;
  /** The body, piece by piece. @throws MirrorError when it breaks off or stalls; the signal's reason. */
  pieces(): AsyncGenerator<Uint8Array, void, void>;
}

/**
 * Asks a mirror for something. Redirects are followed: the Hub answers with the address of its store.
 * @param accepted statuses that the caller handles.
 * @throws MirrorError; the signal's reason.
 */
export async function ask(
  url: string,
  headers: Record<string, string>,
  accepted: readonly number[],
  { fetch, signal, stallMs }: DownloadEffects,
): Promise<WatchedAnswer> {
  const stall = new AbortController();
  const both = AbortSignal.any([signal, stall.signal]);
  const failure = (cause: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    const what = stall.signal.aborted ? `sent nothing for ${stallMs / 1000} s` : 'broke off';
    return new MirrorError(url, what, true, { cause });
  };
  let timer: NodeJS.Timeout | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), stallMs);
  };
  restart();
  let response: Response;
  try {
    response = await fetch(url, { headers, signal: both });
  } catch (cause) {
    clearTimeout(timer);
    throw signal.aborted || stall.signal.aborted
      ? failure(cause)
      : new MirrorError(url, `does not answer (${reasonOf(cause)})`, true, { cause });
  }
  clearTimeout(timer);
  if (!accepted.includes(response.status)) {
    await response.body?.cancel().catch(() => undefined);
    const { status } = response;
    throw new MirrorError(url, `answered ${status}`, isTemporaryStatus(status));
  }
  return {
    response,
    async *pieces() {
      if (response.body === null) return;
      const reader = response.body.getReader();
      try {
        for (;;) {
          restart();
          const { done, value } = await reader.read();
          clearTimeout(timer);
          if (done) return;
          yield value;
        }
      } catch (cause) {
        throw failure(cause);
      } finally {
        clearTimeout(timer);
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}

/** Node hides the reason of a failed fetch in its cause. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error ? (error.cause ?? error) : error;
  return inner instanceof Error ? inner.message : String(inner);
}
