import { useCallback, useEffect, useRef, useState } from 'react';
import { findPastedAddress, type PastedAddress } from '../../format/pasted-address.ts';
import { pathOfAddress, resolveAddress, type AddressAccess } from './resolve-address.ts';

/** Letters that a field gains between two drawings of it while somebody types; what is pasted is longer. */
const TYPED_LETTERS = 3;

/**
 * Follows a text that is an address: at once when it was pasted or is a whole arXiv id. One that is typed
 * letter by letter is whole only when its writer says so, by `follow`.
 * @param onFollow called with the path that it leads to.
 */
export function useAddress(
  text: string,
  access: AddressAccess,
  onFollow: (path: string) => void,
): {
  /** The key of a paper that the text names and the archive does not have; null when it is not that. */
  readonly missing: string | null;
  readonly follow: (text: string) => void;
} {
  const [missing, setMissing] = useState<string | null>(null);
  const before = useRef('');

  const follow = useCallback(
    async (wanted: string, isCurrent: () => boolean): Promise<void> => {
      const address = await resolveAddress(wanted, access);
      if (!isCurrent()) return;
      setMissing(address?.kind === 'missing' ? address.key : null);
      const path = pathOfAddress(address);
      if (path !== null) onFollow(path);
    },
    [access, onFollow],
  );

  useEffect(() => {
    const isTyped = isContinued(before.current, text);
    before.current = text;
    const address = findPastedAddress(text, access.siteUrl);
    if (address === null || (isTyped && !isWhole(address))) return undefined;
    let isCurrent = true;
    // Where papers cannot be read, the search says so.
    follow(text, () => isCurrent).catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [text, access, follow]);

  const address = missing === null ? null : findPastedAddress(text, access.siteUrl);
  return {
    missing: address?.kind === 'paper' && address.key === missing ? missing : null,
    follow: (wanted) => void follow(wanted, () => true).catch(() => undefined),
  };
}

function isContinued(before: string, text: string): boolean {
  const added = text.length - before.length;
  return before !== '' && added > 0 && added <= TYPED_LETTERS && text.startsWith(before);
}

function isWhole(address: PastedAddress): boolean {
  return address.kind === 'paper' && address.key.startsWith('arxiv:');
}
