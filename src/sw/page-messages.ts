/** What a page may ask of the worker. */
export type PageMessage =
  /** The person has taken the update that was offered. */
  | { readonly type: 'SKIP_WAITING' }
  /** A page with an unfinished install is being closed. */
  | { readonly type: 'GO_ON' };

/** A message from a page, or null when it is none that this version knows. */
export function parsePageMessage(data: unknown): PageMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'SKIP_WAITING' || data.type === 'GO_ON') return { type: data.type };
  return null;
}
