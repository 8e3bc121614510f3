/** Milliseconds; shares are 0 to 1. */
export interface BoardFigures {
  readonly sorts: number[];
  readonly filters: number[];
  readonly chart: number;
  readonly droppedShare: number;
}

/**
 * Runs in the page of a board: sorts by many columns, filters, draws the chart anew, scrolls. Each time is
 * from the event until the frame with its result has been painted. Uses nothing from outside of it.
 */
export async function measureBoard(queries: readonly string[]): Promise<BoardFigures> {
  const find = <T extends Element>(selector: string) => {
    const element = document.querySelector<T>(selector);
    if (element === null) throw new Error(`The page has no ${selector}.`);
    return element;
  };
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  /** A message that is sent in a frame comes after it has been painted. */
  const painted = async () => {
    await nextFrame();
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  };
  const changed = (isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(find('main'), {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  const time = async (act: () => void, isDone: () => boolean) => {
    const done = changed(isDone);
    const started = performance.now();
    act();
    await done;
    await painted();
    return performance.now() - started;
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 250));

  const sorts: number[] = [];
  const heads = [
    ...document.querySelectorAll<HTMLElement>('.board-table thead th[data-kind="metric"]'),
  ];
  for (const head of heads) {
    const button = head.querySelector('button');
    sorts.push(
      await time(
        () => button?.click(),
        () => head.getAttribute('aria-sort') !== 'none',
      ),
    );
    await rest();
  }

  const filters: number[] = [];
  const box = find<HTMLInputElement>('.board-toolbar input');
  const status = find('.board-status [role="status"]');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const type = (text: string) => {
    setValue?.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const query of [...queries, '']) {
    const before = status.textContent;
    filters.push(
      await time(
        () => type(query),
        () => status.textContent !== before,
      ),
    );
    await rest();
  }

  const toggle = [...document.querySelectorAll<HTMLElement>('.board-toolbar button')].find(
    (button) => button.textContent === 'Chart',
  );
  const hasDots = () => document.querySelector('.chart-dots') !== null;
  await time(
    () => toggle?.click(),
    () => !hasDots(),
  );
  const chart = await time(() => toggle?.click(), hasDots);
  await rest();

  const scroller = find('.board-scroller');
  const frames: number[] = [];
  for (let frame = 0; frame < 240; frame += 1) {
    scroller.scrollTop += 60;
    frames.push(await nextFrame());
  }
  scroller.scrollTop = 0;
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  const frameMs = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 16.7;
  const lost = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frameMs) - 1), 0);
  return { sorts, filters, chart, droppedShare: lost / (gaps.length + lost) };
}
