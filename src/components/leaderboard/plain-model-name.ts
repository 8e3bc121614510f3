/** A model's name without its HTML subscripts, for where only text can stand. */
export function plainModelName(name: string): string {
  return name === '' ? 'unnamed' : name.replace(/<\/?(?:sub|sup)>/gi, '');
}
