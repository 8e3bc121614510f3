import { flagField, textField } from '../controls/search-field.ts';

/** Query string of the list of methods, as it stands in the address and not yet believed. */
export interface MethodsSearch {
  readonly q?: string;
  readonly area?: string;
  /** What is taken for an advertisement is shown too. */
  readonly ads?: true;
}

export function parseMethodsSearch(search: Record<string, unknown>): MethodsSearch {
  return { ...textField(search, 'q'), ...textField(search, 'area'), ...flagField(search, 'ads') };
}

/** The area that an address asks for, null for all; a wrong one falls back and says so. */
export function resolveMethodsSearch(
  search: MethodsSearch,
  areas: readonly string[],
): { readonly area: string | null; readonly problem: string | null } {
  const area = search.area ?? null;
  if (area === null || areas.includes(area)) return { area, problem: null };
  return {
    area: null,
    problem: `The address asks for the area “${area}”, which no method has. Shown are all.`,
  };
}
