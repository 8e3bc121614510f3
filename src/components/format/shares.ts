/** "12 %" of a whole; "<1 %" for less than half of one, "0 %" for none. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const percent = (100 * part) / whole;
  return percent < 0.5 ? '<1 %' : `${Math.round(percent)} %`;
}
