/** Boxes of a description that may be wider than the page. */
const SCROLLERS = '.markdown-table, pre, .math-display';

/**
 * Makes the boxes that scroll sideways reachable with the keyboard, and only those. Call it again
 * when the content or the width has changed.
 */
export function focusScrollers(host: Element): void {
  for (const box of host.querySelectorAll<HTMLElement>(SCROLLERS)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
}
