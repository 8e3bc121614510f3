import { parsePublicKeys } from '../format/trust/public-key.ts';
import { createVerifier } from '../format/trust/verify-ed25519.ts';
import type { Trust } from '../format/trust/accept-manifest.ts';

/** Version of the app. */
export const appVersion = __APP_VERSION__;

/** Where snapshots come from, in the order of preference: absolute addresses, each ending in a slash. */
export function archiveAddresses(siteUrl: string): string[] {
  return __MIRRORS__.map((address) => new URL(address, siteUrl).href);
}

/** Whether they are several: code for these alone is left out of builds that have one. */
export const hasMirrors = __HAS_MIRRORS__;

/** Whose snapshots are believed. */
export const trust: Trust = {
  policy: { keys: parsePublicKeys(__PUBLIC_KEYS__) },
  verify: createVerifier(crypto.subtle),
};
