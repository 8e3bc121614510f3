/** Filters stand in the text of a query, so that the address, the box and the facets say the same. */

/** A filter as it is written: `task:image-classification`, `venue:"Nature Physics"`. */
export function writeFilter(operator: string, value: string): string {
  return /[\s"]/.test(value)
    ? `${operator}:"${value.replaceAll('"', '')}"`
    : `${operator}:${value}`;
}

/** Whether a query has a filter. */
export function hasFilter(text: string, filter: string): boolean {
  return findFilter(text, filter) >= 0;
}

/** How many filters a query has, of the kinds that can be chosen beside its results. */
export function countFilters(text: string): number {
  return text.match(/(?<=^|\s)(?:task|method|venue|year|has):(?:"[^"]*"?|\S+)/gi)?.length ?? 0;
}

/** The query with a filter added, or taken away when it has it. */
export function toggleFilter(text: string, filter: string): string {
  const at = findFilter(text, filter);
  if (at < 0) return `${text.trim()} ${filter}`.trim();
  return `${text.slice(0, at)}${text.slice(at + filter.length)}`.replace(/\s+/g, ' ').trim();
}

/** The query with one filter of an operator, whatever it had of that operator before. */
export function setFilter(text: string, operator: string, value: string | null): string {
  const others = text
    .replace(new RegExp(`(?<=^|\\s)${operator}:(?:"[^"]*"?|\\S+)`, 'gi'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return value === null ? others : `${others} ${writeFilter(operator, value)}`.trim();
}

/** The words of a query alone: without filters, quotes, and what it excludes. */
export function withoutOperators(text: string): string {
  return text
    .replace(/(?<=^|\s)-(?:[a-z]+:)?(?:"[^"]*"?|\S+)/gi, ' ')
    .replace(/(?<=^|\s)(?:task|method|venue|year|has):(?:"[^"]*"?|\S+)/gi, ' ')
    .replace(/(?<=^|\s)(?:title|author):/gi, ' ')
    .replaceAll('"', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Place of a filter that stands by itself; -1 when there is none. */
function findFilter(text: string, filter: string): number {
  const lower = text.toLowerCase();
  const wanted = filter.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const before = lower.charAt(at - 1);
    const after = lower.charAt(at + wanted.length);
    if (/^\s?$/.test(before) && /^\s?$/.test(after)) return at;
  }
  return -1;
}
