import type { Value } from './value.ts';

/** Sizes of models that are fairly compared with one another, by parameters. Each ends where the next begins. */
export const SCALES = [
  { id: 'under-10m', label: 'Under 10M', below: 1e7 },
  { id: '10m-100m', label: '10M to 100M', below: 1e8 },
  { id: '100m-1b', label: '100M to 1B', below: 1e9 },
  { id: '1b-10b', label: '1B to 10B', below: 1e10 },
  { id: '10b-100b', label: '10B to 100B', below: 1e11 },
  { id: 'over-100b', label: '100B and more', below: Infinity },
] as const;

export type ScaleId = (typeof SCALES)[number]['id'];

/** The cluster that so many parameters fall into. */
export function scaleOf(parameters: number): ScaleId {
  return SCALES.find(({ below }) => parameters < below)?.id ?? 'over-100b';
}

const PARAMETERS = /\bparam(?:s|eters?)?\b/i;

/** Whether a metric counts parameters. */
export function isParameterCount(name: string): boolean {
  return PARAMETERS.test(name);
}

/**
 * Parameters that a value of such a metric says. Where the name states a unit ("Params (M)"), small
 * numbers are in that unit. A bare small number without a unit is not guessed at: null.
 */
export function parametersOf(name: string, value: Value | null): number | null {
  const number = value?.number ?? null;
  if (number === null || number <= 0) return null;
  if (number >= 1e5) return number;
  if (/\(\s*(?:b|billions?)\s*\)/i.test(name)) return number * 1e9;
  if (/\(\s*(?:m|millions?)\s*\)/i.test(name)) return number * 1e6;
  return null;
}
