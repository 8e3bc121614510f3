import { isJsonObject, type JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { cleanName } from '../text.ts';

/** One column of a board: its name, and the keys of `row.metrics` that it shows. */
export interface MetricColumn {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Name of a metric whose name is blank. */
const UNNAMED = 'unnamed metric';

/**
 * The columns of a board: the metrics that it declares in their order, then those that only rows
 * have. Keys whose names differ in blanks alone are one column where no row has both; else they stay
 * two, the later one with a number behind its name.
 */
export function planColumns(
  declared: readonly unknown[],
  rows: readonly JsonObject[],
  report: DumpReport,
  example: string,
): MetricColumn[] {
  const keys = new Set<string>();
  for (const entry of declared) {
    if (typeof entry === 'string' || typeof entry === 'number') keys.add(String(entry));
    else report.drop('metric whose name is not text', example);
  }
  const metricsOfRows = rows.map((row) => row['metrics']).filter(isJsonObject);
  for (const metrics of metricsOfRows) {
    for (const key of Object.keys(metrics)) {
      if (keys.has(key)) continue;
      keys.add(key);
      report.repair('metric that only rows have', `${key} (${example})`);
    }
  }
  return mergeSpellings([...keys], metricsOfRows, report, example);
}

function mergeSpellings(
  keys: readonly string[],
  metricsOfRows: readonly JsonObject[],
  report: DumpReport,
  example: string,
): MetricColumn[] {
  const columns: { name: string; keys: string[] }[] = [];
  const byName = new Map<string, { name: string; keys: string[] }>();
  for (const key of keys) {
    const name = nameOfMetric(key, report, example);
    const same = byName.get(name);
    if (same === undefined) {
      const column = { name, keys: [key] };
      byName.set(name, column);
      columns.push(column);
    } else if (metricsOfRows.some((row) => same.keys.some((one) => hasBoth(row, one, key)))) {
      const free = freeName(name, byName);
      const column = { name: free, keys: [key] };
      byName.set(free, column);
      columns.push(column);
      report.repair(
        'two metrics of one name on one board, both with values',
        `${name} (${example})`,
      );
    } else {
      same.keys.push(key);
      report.merge('metric with other blanks in its name', `${name} (${example})`);
    }
  }
  return columns;
}

function nameOfMetric(key: string, report: DumpReport, example: string): string {
  const { text, wasCut } = cleanName(key);
  if (wasCut) report.repair('metric name cut, too long for the format', example);
  if (text !== '') return text;
  report.repair('metric without a name', example);
  return UNNAMED;
}

function hasBoth(row: JsonObject, one: string, other: string): boolean {
  return hasValue(row, one) && hasValue(row, other);
}

function hasValue(row: JsonObject, key: string): boolean {
  if (!Object.hasOwn(row, key)) return false;
  const value = row[key];
  return value !== null && value !== '';
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}
