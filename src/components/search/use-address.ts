import { useEffect, useState } from 'react';
import { findPastedAddress } from '../../format/pasted-address.ts';
import { pathOfAddress, resolveAddress, type AddressAccess } from './resolve-address.ts';

/**
 * Follows a text that is an address.
 * @param onFollow called with the path that it leads to.
 * @returns the key of a paper that the archive does not have, or null.
 */
export function useAddress(
  text: string,
  access: AddressAccess,
  onFollow: (path: string) => void,
): string | null {
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    resolveAddress(text, access).then(
      (address) => {
        if (!isCurrent) return;
        setMissing(address?.kind === 'missing' ? address.key : null);
        const path = pathOfAddress(address);
        if (path !== null) onFollow(path);
      },
      // Where papers cannot be read, the search says so.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [text, access, onFollow]);
  return missing !== null && isKeyOf(text, access, missing) ? missing : null;
}

/** Whether a key is of this text, and not of the one before. */
function isKeyOf(text: string, { siteUrl }: AddressAccess, key: string): boolean {
  const address = findPastedAddress(text, siteUrl);
  return address?.kind === 'paper' && address.key === key;
}
