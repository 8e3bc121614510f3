import { StorageFullError } from '../db/errors.ts';
import { HashMismatchError } from '../format/errors.ts';
import { HostRefusedError, HostUnreachableError, MirrorsFailedError } from '../host/errors.ts';
import type { NeededFile } from './plan-install.ts';
import type { Waiting } from './retry-gate.ts';

/** What a page tells the worker that fetches for it. Both are of one build, so nothing is parsed. */
export type FetchRequest =
  | {
      readonly kind: 'fetch';
      readonly files: readonly NeededFile[];
      /** Of the mirrors. */
      readonly addresses: readonly string[];
    }
  | { readonly kind: 'stop' };

/** What the worker tells. After `ended`, `stopped` and `failed` there is nothing more. */
export type FetchReport =
  | { readonly kind: 'stored'; readonly files: readonly NeededFile[] }
  | { readonly kind: 'waiting'; readonly waiting: Waiting | null }
  | { readonly kind: 'ended' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: EncodedError };

/** An error between threads: a structured clone would lose its class. */
export type EncodedError =
  | { readonly kind: 'storage-full' }
  | {
      readonly kind: 'hash';
      readonly expected: string;
      readonly found: string;
      readonly bytes: number;
    }
  | { readonly kind: 'unreachable'; readonly url: string }
  | {
      readonly kind: 'refused';
      readonly url: string;
      readonly status: number | null;
      readonly detail: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'mirrors'; readonly failures: readonly EncodedError[] }
  | { readonly kind: 'other'; readonly message: string };

export function encodeError(error: unknown): EncodedError {
  if (error instanceof StorageFullError) return { kind: 'storage-full' };
  if (error instanceof HashMismatchError) {
    const { expected, found, bytes } = error;
    return { kind: 'hash', expected, found, bytes };
  }
  if (error instanceof HostUnreachableError) return { kind: 'unreachable', url: error.url };
  if (error instanceof HostRefusedError) {
    const { url, status, detail, retryAfter } = error;
    return { kind: 'refused', url, status, detail, retryAfter };
  }
  if (error instanceof MirrorsFailedError) {
    return { kind: 'mirrors', failures: error.failures.map(encodeError) };
  }
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}

export function decodeError(error: EncodedError): Error {
  switch (error.kind) {
    case 'storage-full':
      return new StorageFullError();
    case 'hash':
      return new HashMismatchError(error.expected, error.found, error.bytes);
    case 'unreachable':
      return new HostUnreachableError(error.url);
    case 'refused':
      return new HostRefusedError(error.url, error.status, error.detail, error.retryAfter);
    case 'mirrors':
      return new MirrorsFailedError(error.failures.map(decodeError));
    case 'other':
      return new Error(error.message);
  }
}
