const MAX_WAIT_MS = 5000;

let showFirstPage: () => void = () => undefined;
const firstPage = new Promise<void>((resolve) => {
  showFirstPage = resolve;
  setTimeout(resolve, MAX_WAIT_MS);
});

/** Says that the first page of this visit is on the screen, or has failed. */
export function markFirstPageShown(): void {
  showFirstPage();
}

/**
 * Resolves once the first page is shown and the browser has nothing better to do; after some seconds
 * in any case.
 */
export async function whenIdle(): Promise<void> {
  await firstPage;
  await new Promise<void>((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: MAX_WAIT_MS });
    } else setTimeout(resolve, 500);
  });
}
