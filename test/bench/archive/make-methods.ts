import { mixDescription, mixTitle, type Corpus } from './corpus.ts';
import { AREAS, inventName, slugOfName } from './field-names.ts';
import { itemOf, type Random } from './random.ts';

/** Of four methods in July 2025, three were advertisements. */
const REAL_EVERY = 4;
const COLLECTIONS = 332;

/** A method as papers carry it. */
export interface PaperMethod {
  readonly name: string;
  readonly full_name: string;
  readonly description: string;
  readonly introduced_year: number;
  readonly source_url: string | null;
  readonly source_title: string | null;
  readonly code_snippet_url: string | null;
  readonly main_collection: {
    readonly name: string;
    readonly description: string;
    readonly parent: string | null;
    readonly area: string;
  };
}

/** The methods of the catalogue, and those of them that papers name. */
export function makeMethods(corpus: Corpus, count: number, random: Random) {
  const real: PaperMethod[] = [];
  const dump: Record<string, unknown>[] = [];
  for (let number = 0; number < count; number++) {
    if (number % REAL_EVERY !== 0) {
      dump.push(makeSpam(number, random));
      continue;
    }
    const method = makeMethod(corpus, number, random);
    real.push(method);
    const { main_collection, ...rest } = method;
    dump.push({
      url: `https://paperswithcode.com/method/${slugOfName(method.name)}`,
      ...rest,
      paper: {
        title: method.source_title,
        url: `https://paperswithcode.com/paper/${slugOfName(method.source_title ?? '').slice(0, 50)}`,
      },
      num_papers: random.skewed(2_000, 3),
      collections: [
        {
          collection: main_collection.name,
          area_id: slugOfName(main_collection.area),
          area: main_collection.area,
        },
      ],
    });
  }
  return { real, dump };
}

function makeMethod(corpus: Corpus, number: number, random: Random): PaperMethod {
  const name = inventName(100_000 + number);
  const title = mixTitle(corpus, random);
  const collection = random.skewed(COLLECTIONS, 2);
  return {
    name,
    full_name: random.chance(0.5) ? name : title.split(' ').slice(0, 4).join(' '),
    description: `**${name}** is a method.\r\n\r\n${mixDescription(corpus, random, 3)}\r\n\r\n$$x\\_{1} = ${number} + F\\left(x\\_{2}\\right)$$`,
    // The archive's default, whatever the paper says.
    introduced_year: random.chance(0.97) ? 2000 : 2017,
    source_url: `https://arxiv.org/abs/${random.between(15, 24)}${random.between(10, 12)}.${10_000 + number}v1`,
    source_title: title,
    code_snippet_url: random.chance(0.4)
      ? `https://github.com/m${number}/code`
      : random.pick(['', null]),
    main_collection: {
      name: `Collection ${collection} Blocks`,
      description: '',
      parent: null,
      area: itemOf(AREAS, collection % AREAS.length),
    },
  };
}

const BRANDS = ['Delta', 'Expedia', 'QuickBooks', 'Coinbase', 'Lufthansa', 'Robinhood', 'Norton'];
const PLEAS = [
  'customer service number',
  'refund policy',
  'how do I speak to someone at',
  'help line',
];

function makeSpam(number: number, random: Random): Record<string, unknown> {
  const brand = random.pick(BRANDS);
  const phone = `+1-${random.between(800, 899)}-${random.between(100, 999)}-${random.between(1000, 9999)}`;
  const name = `${random.pick(PLEAS)} ${brand} ${number}`;
  return {
    url: `https://paperswithcode.com/method/${slugOfName(name)}`,
    name,
    full_name: `☎️ ${brand} ${phone} ${random.pick(PLEAS)}?`,
    description: `### Call ${phone} 📞 for ${brand}. `.repeat(random.between(3, 12)),
    paper: null,
    introduced_year: 2000,
    source_url: null,
    source_title: null,
    code_snippet_url: '',
    num_papers: 0,
    collections: random.chance(0.84)
      ? [{ collection: 'General', area_id: 'general', area: 'General' }]
      : [],
  };
}
