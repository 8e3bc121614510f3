import {
  acceptManifest,
  type AcceptedManifest,
  type Trust,
} from '../../src/format/trust/accept-manifest.ts';

/** Trust of an app that was built without keys. */
export const TRUST_ALL: Trust = {
  policy: { keys: [] },
  verify: () => Promise.reject(new Error('An app without keys verifies nothing.')),
};

/** A manifest as an app without keys accepts it. */
export function acceptAny(manifestBytes: Uint8Array<ArrayBuffer>): Promise<AcceptedManifest> {
  return acceptManifest(manifestBytes, TRUST_ALL, null);
}
