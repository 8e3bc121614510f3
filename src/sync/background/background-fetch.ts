/**
 * As much of the browser's Background Fetch as an install needs: TypeScript's own library does not
 * know it yet. https://wicg.github.io/background-fetch/
 */
export interface BackgroundTransfer extends EventTarget {
  readonly id: string;
  /** Bytes announced when it began. */
  readonly downloadTotal: number;
  readonly downloaded: number;
  /** Empty while it goes on. */
  readonly result: '' | 'success' | 'failure';
  readonly failureReason: string;
  /** @returns false when it had ended already. */
  abort(): Promise<boolean>;
  matchAll(): Promise<readonly BackgroundRecord[]>;
}

export interface BackgroundRecord {
  readonly request: { readonly url: string };
  /** Rejects when the file was not fetched to its end. */
  readonly responseReady: Promise<Response>;
}

export interface BackgroundTransferOptions {
  /** What the browser shows. */
  readonly title: string;
  readonly icons?: readonly { src: string; sizes: string; type: string }[];
  /** The browser gives a transfer up that brings more. */
  readonly downloadTotal: number;
}

export interface BackgroundTransfers {
  fetch(
    id: string,
    urls: readonly string[],
    options: BackgroundTransferOptions,
  ): Promise<BackgroundTransfer>;
  get(id: string): Promise<BackgroundTransfer | undefined>;
  /** Ids of those that go on. */
  getIds(): Promise<readonly string[]>;
}

/** What a service worker is told when a transfer ends, whatever pages are open. */
export interface BackgroundTransferEvent extends Event {
  readonly registration: BackgroundTransfer;
  waitUntil(work: Promise<unknown>): void;
  /** Changes what the browser shows; only for transfers that succeeded or failed. */
  updateUI?(options: { title: string }): Promise<void>;
}

/** null in browsers that have none: all but those on Chromium. */
export function backgroundTransfersOf(registration: object): BackgroundTransfers | null {
  return 'backgroundFetch' in registration
    ? (registration.backgroundFetch as BackgroundTransfers)
    : null;
}
