/** ASCII that needs no Unicode rules: most names by far. */
// oxlint-disable-next-line no-control-regex -- the range is all of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/**
 * What is left of a name when only its letters and digits count: "COCO test-dev" and "coco_testdev"
 * are one. Decomposed (NFKD) without combining marks, in lower case. '' when nothing is left.
 */
export function nameKey(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
