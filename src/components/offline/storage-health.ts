/** What the browser says of this site's storage. */
export interface StorageHealth {
  /** Bytes in use, the app's own files included; null where the browser does not say. */
  readonly usedBytes: number | null;
  /** Whether the browser promised not to clear it by itself. */
  readonly isPersisted: boolean;
}
