import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';

/** Browsers refuse an address that changes too often (Safari: 100 times in 30 s). */
const WRITE_AFTER_MS = 200;

/**
 * The text of a filter whose home is the address. What is typed shows at once; the address follows
 * when the typing pauses, and leads when it changes from elsewhere, as by the back button.
 */
export function useFilterText(
  inAddress: string,
  /** Writes the address; as a step of the history when the text was chosen and not typed. */
  write: (text: string, isStep: boolean) => void,
): {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Takes a text that was chosen, as by a button: the address follows at once. */
  readonly chooseText: (text: string) => void;
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
    // What was on the way has been overtaken.
    onTheWay.current = [];
    if (inAddress === lastSent.current) return;
    lastSent.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  const send = useCallback((value: string, isStep: boolean) => {
    lastSent.current = value;
    onTheWay.current.push(value);
    latestWrite.current(value, isStep);
  }, []);

  const chooseText = useCallback(
    (chosen: string) => {
      setText(chosen);
      send(chosen, true);
    },
    [send],
  );

  useEffect(() => {
    // The address drops what is only blanks.
    const value = text.trim() === '' ? '' : text;
    if (value === lastSent.current) return undefined;
    const { pathname } = location;
    const timer = setTimeout(() => {
      // Somebody is on the way to another page, whose address has come before its content.
      if (location.pathname !== pathname) return;
      send(value, false);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, send]);

  return { text, setText, chooseText, query: useDeferredValue(text) };
}
