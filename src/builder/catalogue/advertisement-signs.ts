import type { AdvertisementSign } from '../../format/records/advertisement.ts';

/** What of a catalogue entry tells whether it is an advertisement. */
export interface JudgedEntry {
  readonly name: string;
  readonly fullName?: string | undefined;
  readonly description?: string | undefined;
  /** Whether it names a paper, or where it comes from. */
  readonly isCited: boolean;
  /** Papers that use it. */
  readonly papers: number;
  /** Whether it is filed under anything that tells more than "General". */
  readonly hasTopic: boolean;
}

/** How much each sign says. No sign by itself is enough. */
const WEIGHTS: Readonly<Record<AdvertisementSign, number>> = {
  'phone-number': 2,
  'call-centre-wording': 2,
  'company-name': 1,
  'eye-catching-symbols': 1,
  'no-paper': 1,
  'no-use': 1,
  'no-topic': 1,
};

/** What the text has to weigh by itself, and what everything together. */
const LEAST_OF_TEXT = 2;
const LEAST_OF_ALL = 4;

/** Longer texts are advertisements at their beginning, or not at all. */
const MAX_JUDGED = 4_000;

const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+|\b10\.\d{4,9}\/\S+/gi;

/**
 * Ten digits in groups of 3, 3 and 4, between them up to four signs that are neither letters nor digits:
 * `+1-888-555-0100`, `1 (888) 555 0100`, `888⭆555⭆0100`. Only behind a country may all of these be blanks:
 * tables have such rows. Ten digits in one run are a phone number only behind a plus: ISBNs and the like
 * have as many.
 */
const PHONE_NUMBER =
  /(?<![\d.])(?:(?:\+\d{1,3}|1)[^\p{L}\d]{1,4}\d{3}[^\p{L}\d.,]{1,4}\d{3}[^\p{L}\d,]{1,4}\d{4}|\d{3}[^\p{L}\d.,]{0,3}[^\p{L}\d.,\s][^\p{L}\d.,]{0,3}\d{3}[^\p{L}\d,]{1,4}\d{4}|\+\d{11,13})(?!\d|\.\d)/u;

/** What hides a digit: the letter O between digits, and the marks that make a keycap of one. */
const KEYCAP_MARKS = /[\ufe0f\u20e3]/g;
const ROUND_LETTER = /(?<=\d[^\p{L}\d]{0,4})[oO](?=[oO\d])|(?<=\d)[oO](?=[^\p{L}]|$)/gu;

const CALL_CENTRE =
  /\b(?:toll[- ]?free|help ?(?:line|desk)|hot ?line|call (?:now|us|at|the|[+\d])|customer (?:care|service|support)(?: phone| contact)? (?:number|line|desk)|(?:phone|contact|support|helpline|telephone) numbers?|live (?:person|agent|human|chat)|(?:speak|talk|connect) (?:to|with) (?:a |an |some ?one|live|real|human|customer)|refund(?:s| policy| request)|cancel(?:l?ation)? (?:policy|fee|my|a) |(?:name|date) (?:change|correction) (?:policy|fee)|book(?:ing)? (?:a |cheap )?(?:flights?|tickets?)|file a (?:complaint|dispute|claim)|24\/7|lost (?:my )?(?:wallet|password|account)|recover (?:my|your|stolen|lost) )/i;

const COMPANIES =
  /\b(?:airlines?|airways|expedia|booking\.com|priceline|tripadvisor|orbitz|lufthansa|ryanair|easyjet|emirates|quickbooks|quicken|turbotax|sage 50|coinbase|binance|metamask|robinhood|crypto\.com|kraken|trust wallet|blockchain wallet|cash ?app|paypal|venmo|norton|mcafee|avast|hp printer|canon printer|epson|yahoo mail|gmail|outlook|facebook|instagram|delta|united|southwest|jetblue|spirit|frontier|alaska|qatar|klm|iberia|avianca|volaris|copa)\b/i;

const SYMBOLS = /[☎✆📞📱☏📲🤙➤⭆∭⤿⇢☛✅✨👉🔥💲]|\bcall\W{0,3}\+?\d|^#{3}/u;

/**
 * The signs of an entry that is taken for an advertisement, in the order of the format; none when it is
 * not. The archive has no flag for them. Several weak signs together are asked for, some of them in the
 * text: any single one is on good entries too.
 */
export function advertisementSigns(entry: JudgedEntry): AdvertisementSign[] {
  const { name, fullName = '', description = '' } = entry;
  const text = plainText(`${name}\n${fullName}\n${description}`.slice(0, MAX_JUDGED));
  const names = `${name}\n${fullName}`;
  const hasPhone = PHONE_NUMBER.test(text);
  const hasCompany = COMPANIES.test(names);
  const hasSymbols = SYMBOLS.test(text);
  // Descriptions of good datasets speak of live chats and hotlines too: there it takes another sign.
  const isSuspected = hasPhone || hasCompany || hasSymbols;
  const inText: AdvertisementSign[] = [];
  if (hasPhone) inText.push('phone-number');
  if (CALL_CENTRE.test(isSuspected ? text : names)) inText.push('call-centre-wording');
  if (hasCompany) inText.push('company-name');
  if (hasSymbols) inText.push('eye-catching-symbols');
  if (weightOf(inText) < LEAST_OF_TEXT) return [];
  const signs = [...inText];
  if (!entry.isCited) signs.push('no-paper');
  if (entry.papers === 0) signs.push('no-use');
  if (!entry.hasTopic) signs.push('no-topic');
  return weightOf(signs) < LEAST_OF_ALL ? [] : signs;
}

function plainText(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(KEYCAP_MARKS, '')
    .normalize('NFKC')
    .replace(ROUND_LETTER, '0');
}

function weightOf(signs: readonly AdvertisementSign[]): number {
  return signs.reduce((sum, sign) => sum + WEIGHTS[sign], 0);
}
