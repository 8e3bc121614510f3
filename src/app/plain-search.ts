/**
 * Query strings as plain texts. The router's own reading takes values for JSON, and would make 1706.0376
 * of `?q=1706.03760` and take the quotes off a phrase.
 */
export function parsePlainSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function encodePlainSearch(search: Record<string, unknown>): string {
  const fields = Object.entries(search).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(fields.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
