import type { Row } from './board.ts';

/**
 * Whether a value is a row of a board, as `RowSchema` says. By hand, because a board has up to a thousand
 * rows, and the schema takes some twenty times as long over them while a page waits.
 */
export function isRow(value: unknown): value is Row {
  if (!isRecord(value)) return false;
  const { model, values, rank, paper, date, code, links, extraData } = value;
  return (
    typeof model === 'string' &&
    Array.isArray(values) &&
    values.every((one) => one === null || typeof one === 'string') &&
    (rank === null || isCount(rank)) &&
    (paper === undefined || isPaperCard(paper)) &&
    (date === undefined || typeof date === 'string') &&
    (code === undefined || isLinkList(code)) &&
    (links === undefined || isLinkList(links)) &&
    (extraData === undefined || typeof extraData === 'boolean')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isPaperCard(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.slug === 'string' &&
    typeof value.title === 'string' &&
    (value.date === undefined || typeof value.date === 'string')
  );
}

function isLinkList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (link) =>
        isRecord(link) &&
        typeof link.url === 'string' &&
        (link.title === undefined || typeof link.title === 'string'),
    )
  );
}
