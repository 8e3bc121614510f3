import { joinKeysOf } from '../citations.ts';
import type { Fields } from '../fields.ts';
import type { RawCitation } from './raw-catalogue.ts';

/** The paper in two fields of a record, or null when they name none. */
export function parseCitation(
  fields: Fields,
  titleKey: string,
  urlKey: string,
): RawCitation | null {
  const title = fields.texText(titleKey, 2_000);
  const url = fields.address(urlKey);
  if (title === undefined && url === undefined) return null;
  return {
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
    keys: joinKeysOf({ title, url }),
  };
}
