import { useDeferredValue, useEffect, useRef, useState } from 'react';

/** Browsers refuse an address that changes too often (Safari: 100 times in 30 s). */
const WRITE_AFTER_MS = 200;

/**
 * The text of a filter whose home is the address. What is typed shows at once; the address follows
 * when the typing pauses, and leads when it changes from elsewhere, as by the back button.
 */
export function useFilterText(
  inAddress: string,
  write: (text: string) => void,
): {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What to filter by: follows the text as fast as the page can be drawn. */
  readonly query: string;
} {
  const [text, setText] = useState(inAddress);
  const latestWrite = useRef(write);
  const lastSent = useRef(inAddress);
  const onTheWay = useRef<string[]>([]);

  useEffect(() => {
    latestWrite.current = write;
  });

  useEffect(() => {
    const position = onTheWay.current.indexOf(inAddress);
    if (position >= 0) {
      onTheWay.current.splice(0, position + 1);
      return;
    }
    if (inAddress === lastSent.current) return;
    lastSent.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  useEffect(() => {
    // The address drops what is only blanks.
    const value = text.trim() === '' ? '' : text;
    if (value === lastSent.current) return undefined;
    const { pathname } = location;
    const timer = setTimeout(() => {
      // Somebody is on the way to another page, whose address has come before its content.
      if (location.pathname !== pathname) return;
      lastSent.current = value;
      onTheWay.current.push(value);
      latestWrite.current(value);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return { text, setText, query: useDeferredValue(text) };
}
