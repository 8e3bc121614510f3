/** Texts as one text of a query string: joined by commas; commas and backslashes inside are escaped. */
export function encodeList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\,]/g, '\\$&')).join(',');
}

/** The texts that such a field holds; empty ones are left out. */
export function parseList(text: string | undefined): string[] {
  if (text === undefined) return [];
  const items = text.match(/(?:\\.|[^\\,])+/gsu) ?? [];
  return items.map((item) => item.replace(/\\(.)/gsu, '$1')).filter((item) => item !== '');
}
