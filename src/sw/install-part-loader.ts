import type { BackgroundTransferEvent } from '../sync/background/background-fetch.ts';

/** What the second script of the worker offers to the first. */
export interface InstallPart {
  /** Stores what the browser has fetched, and finishes the install when no page is open. */
  endTransfer(event: BackgroundTransferEvent): Promise<void>;
  /** Goes on with an install that is not finished. */
  goOn(): Promise<boolean>;
}

declare const self: ServiceWorkerGlobalScope & { pwc2InstallPart?: InstallPart };

/** Address of the second script, beside this one; named by its hash at build time. */
declare const __INSTALL_PART__: string;

/**
 * Evaluates the second script. Called once while the worker is installed, so that the browser keeps
 * the script with it; afterwards it costs no request and works without a connection.
 */
export function loadInstallPart(): InstallPart {
  if (self.pwc2InstallPart === undefined) self.importScripts(__INSTALL_PART__);
  if (self.pwc2InstallPart === undefined) {
    throw new Error(`${__INSTALL_PART__} does not set what it is to set.`);
  }
  return self.pwc2InstallPart;
}
