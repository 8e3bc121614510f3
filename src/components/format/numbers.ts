/**
 * "576,261". By hand: the first `Intl.NumberFormat` of a page takes longer to make than a whole table
 * takes to draw.
 */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "1 paper", "3 papers". */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "840 kB", "5.4 MB": powers of ten, as browsers and hosts count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  if (bytes < 100_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/** "less than a minute", "3 minutes". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return 'less than a minute';
  return formatPlural(Math.round(seconds / 60), 'minute');
}
