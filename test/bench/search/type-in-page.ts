export interface TypingFigures {
  /** From the first letter until the first suggestion by name: the lists of names are read meanwhile. */
  readonly firstNamesMs: number;
  /** Longest task of the main thread while typing; 0 when none took 50 ms. */
  readonly longestTaskMs: number;
  /** Between frames while typing. */
  readonly frameGapsMs: readonly number[];
}

/**
 * Runs in the page with the palette open: types texts letter by letter at a steady rate, each after the one
 * before was taken away. Uses nothing from outside of it.
 */
export async function typeInPage({
  texts,
  letterMs,
}: {
  readonly texts: readonly string[];
  readonly letterMs: number;
}): Promise<TypingFigures> {
  const box = document.querySelector<HTMLInputElement>('dialog[open] [role="combobox"]');
  if (box === null) throw new Error('The palette is not open.');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const type = (text: string): void => {
    setValue?.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const started = performance.now();
  type('image');
  while (document.querySelector('dialog [role="option"][href*="/task/"]') === null) await wait(2);
  const firstNamesMs = performance.now() - started;

  let longestTaskMs = 0;
  const note = (entries: readonly PerformanceEntry[]): void => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const frameGapsMs: number[] = [];
  let isTyping = true;
  let before = performance.now();
  const frame = (at: number): void => {
    frameGapsMs.push(at - before);
    before = at;
    if (isTyping) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  // By the clock, not by waits that add up: a letter that is late is followed by the next at once.
  let letters = 0;
  const start = performance.now();
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      type(text.slice(0, length));
      letters += 1;
      await wait(Math.max(0, start + letters * letterMs - performance.now()));
    }
    type('');
  }
  await wait(200);
  isTyping = false;
  note(observer.takeRecords());
  observer.disconnect();
  return { firstNamesMs, longestTaskMs, frameGapsMs };
}
