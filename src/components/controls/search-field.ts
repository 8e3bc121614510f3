/**
 * A text of a route's query string, as an object to spread: empty when it is absent. The router reads
 * `?q=2024` as a number and `?q=true` as a boolean; people mean text.
 */
export function textField<K extends string>(
  search: Record<string, unknown>,
  key: K,
): { readonly [P in K]?: string } {
  const value = search[key];
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string' || text.trim() === '') return {};
  return { [key]: text } as { readonly [P in K]?: string };
}

/** A switch of a route's query string, as an object to spread: empty for every value but true. */
export function flagField<K extends string>(
  search: Record<string, unknown>,
  key: K,
): { readonly [P in K]?: true } {
  const value = search[key];
  const isOn = value === true || value === 1 || value === 'true';
  return (isOn ? { [key]: true } : {}) as { readonly [P in K]?: true };
}
