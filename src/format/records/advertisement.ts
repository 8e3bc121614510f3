import * as v from 'valibot';

/**
 * What makes an entry of the catalogue look like an advertisement. Anybody could write methods and
 * datasets, and in July 2025 three quarters of the methods were telephone numbers of call centres.
 */
export const ADVERTISEMENT_SIGNS = [
  'phone-number',
  'call-centre-wording',
  'company-name',
  'eye-catching-symbols',
  'no-paper',
  'no-use',
  'no-topic',
] as const;
export type AdvertisementSign = (typeof ADVERTISEMENT_SIGNS)[number];

const SIGNS: ReadonlySet<string> = new Set(ADVERTISEMENT_SIGNS);

export function isAdvertisementSign(sign: string): sign is AdvertisementSign {
  return SIGNS.has(sign);
}

/** Readers pass over signs that they do not know. */
export const AdvertisementSchema = v.exactOptional(v.array(v.string()));

/** Entries that are not taken for advertisements. */
export function withoutAdvertisements<T extends { readonly isAdvertisement?: true }>(
  entries: readonly T[],
): T[] {
  return entries.filter(({ isAdvertisement }) => isAdvertisement !== true);
}
