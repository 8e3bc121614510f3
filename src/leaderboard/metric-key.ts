/**
 * What two spellings of a metric's name share: case, blanks, dashes and underscores make no
 * difference ("F1-Score", "f1 score"); `%`, `@`, brackets and the rest do.
 */
export function metricKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u2010-\u2015\u2212]+/gu, '');
}
