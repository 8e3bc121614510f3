import { MirrorsFailedError } from './errors.ts';
import type { SnapshotHost } from './snapshot-host.ts';

/** How long a mirror that failed is tried last, in milliseconds. */
const DISTRUST_MS = 60_000;

interface Mirror {
  readonly host: SnapshotHost;
  /** When it failed last; null when never, or when it has done well since. */
  failedAt: number | null;
}

/**
 * Several hosts of the same files as one. Every file is asked for at one mirror after the other until
 * one has it: one that lies, stalls, refuses or lacks the file is left for the next, file by file.
 * Who failed is tried last for a minute, so that a bad mirror costs once and not at every file; who
 * is tried last and does well is taken back. Each mirror is asked once for what is left of a run, so the end
 * is never far. The manifest is taken from the first mirror that has one which is accepted.
 *
 * @param hosts in the order of preference, at least one.
 * @param now milliseconds since 1970.
 */
export function createMirroredHost(
  hosts: readonly SnapshotHost[],
  now: () => number = Date.now,
): SnapshotHost {
  const mirrors = hosts.map((host): Mirror => ({ host, failedAt: null }));

  /** Mirrors in good standing first, in their own order; then the others, the oldest failure first. */
  function inOrder(): Mirror[] {
    const at = now();
    const standing = ({ failedAt }: Mirror) =>
      failedAt === null || at - failedAt > DISTRUST_MS ? -Infinity : failedAt;
    return [...mirrors].sort((a, b) => {
      const [first, second] = [standing(a), standing(b)];
      return first === second ? 0 : first - second;
    });
  }

  async function ask<T>(
    read: (host: SnapshotHost) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const failures: Error[] = [];
    for (const mirror of inOrder()) {
      try {
        const answer = await read(mirror.host);
        mirror.failedAt = null;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        mirror.failedAt = now();
        failures.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
    const [only] = failures;
    throw only !== undefined && failures.length === 1 ? only : new MirrorsFailedError(failures);
  }

  return {
    addresses: hosts.flatMap((host) => host.addresses),
    fetchManifest: (accept, signal) => ask((host) => host.fetchManifest(accept, signal), signal),
    fetchRun: (rest, take, signal) => ask((host) => host.fetchRun(rest, take, signal), signal),
  };
}
