/**
 * Starts to load what renders descriptions while the record is still on its way, so that a text seldom
 * changes under the reader's eyes. A failure shows later, where the text falls back to plain words.
 */
export function prepareDescription(): void {
  import('../text/markdown-body.tsx').catch(() => undefined);
}
