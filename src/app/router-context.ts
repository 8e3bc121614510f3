import type { Services } from './services.ts';

/** Handed to every route's loader and page. */
export interface RouterContext {
  readonly services: Services;
}
