import { isAdvertisementSign, type AdvertisementSign } from '../../format/records/advertisement.ts';

const WORDS: Readonly<Record<AdvertisementSign, string>> = {
  'phone-number': 'a telephone number',
  'call-centre-wording': 'the wording of a call centre',
  'company-name': 'the name of a company',
  'eye-catching-symbols': 'symbols to catch the eye',
  'no-paper': 'no paper behind it',
  'no-use': 'no paper that uses it',
  'no-topic': 'no topic',
};

/** Says that an entry looks like an advertisement, and why. */
export function AdvertisementNotice({ signs }: { readonly signs: readonly string[] | undefined }) {
  if (signs === undefined) return null;
  const reasons = signs.filter(isAdvertisementSign).map((sign) => WORDS[sign]);
  return (
    <p className="notice record-warning">
      This looks like an advertisement, not like machine learning: it has{' '}
      {new Intl.ListFormat('en').format(reasons)}. Lists and search leave it out; it is kept because
      its address was public.
    </p>
  );
}
