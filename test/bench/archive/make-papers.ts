import type { ArchiveSize } from './archive-size.ts';
import { AuthorNames } from './author-names.ts';
import { mixSentences, mixTitle, type Corpus } from './corpus.ts';
import { slugOfName } from './field-names.ts';
import { capitalised, inventWord } from './invented-words.ts';
import { drawDate, drawOddDate, twoDigits } from './paper-dates.ts';
import type { PaperMethod } from './make-methods.ts';
import { itemOf, Random } from './random.ts';

/** Shares of what is odd in the archive's papers. */
const NO_TITLE = 67 / 576;
const ANONYMOUS = 4_616 / 576_261;
const ODD_DATE = 0.0005;
const NO_ADDRESS = 0.0008;
const HARD_BREAKS = 0.15;
const RAW_ACCENTS = 0.02;
const NONE_AS_TEXT = 0.003;
const NO_ABSTRACT = 0.01;
const ON_ARXIV = 0.74;

const SLUG_LENGTH = 50;
const VENUES =
  'AAAI ACL BMVC COLING CVPR ECCV EMNLP ICCV ICLR ICML IJCAI INTERSPEECH LREC NAACL NeurIPS'.split(
    ' ',
  );
const ACCENTED = [
  'na\\"ive',
  "Poincar\\'e",
  'Schr\\"odinger',
  'Erd\\H{o}s',
  '\\v{C}ech',
  'H\\"older',
];

/** What else of the archive says of a paper. */
export interface PaperRef {
  readonly paper_url: string | null;
  readonly title: string;
  readonly arxiv_id: string | null;
  readonly url_abs: string | null;
  readonly date: string;
}

/** Makes papers one after another; what it keeps are their slugs, since two must not be the same. */
export class PaperSource {
  readonly #corpus: Corpus;
  readonly #size: ArchiveSize;
  readonly #random: Random;
  readonly #authors: AuthorNames;
  readonly #slugs = new Set<string>();
  readonly #tasks: readonly string[];
  readonly #methods: readonly PaperMethod[];
  #made = 0;
  #wordsMade = 0;

  constructor(
    corpus: Corpus,
    size: ArchiveSize,
    names: { readonly tasks: readonly string[]; readonly methods: readonly PaperMethod[] },
    seed: string,
  ) {
    this.#corpus = corpus;
    this.#size = size;
    this.#random = new Random(`${seed} papers`);
    const mean = size.authorships / size.papers;
    this.#authors = new AuthorNames(size.authors, mean, corpus, new Random(`${seed} authors`));
    this.#tasks = names.tasks;
    this.#methods = names.methods;
  }

  /** The next paper as the dump has it. */
  next(): Record<string, unknown> & PaperRef {
    const random = this.#random;
    const rareWords = this.#rareWords();
    const title = random.chance(NO_TITLE) ? '' : this.#title(rareWords);
    const date = random.chance(ODD_DATE) ? drawOddDate(random) : drawDate(random);
    const arxivId = random.chance(ON_ARXIV) ? this.#arxivId(date) : null;
    const address = `https://paperswithcode.com/paper/${this.#slug(title)}`;
    const outside =
      arxivId === null
        ? this.#outside()
        : `https://arxiv.org/abs/${arxivId}v${random.between(1, 3)}`;
    const isAccepted = random.chance(0.3);
    this.#made++;
    return {
      // One without a title could not be told from others without an address.
      paper_url: title !== '' && random.chance(NO_ADDRESS) ? null : address,
      arxiv_id: arxivId,
      nips_id: null,
      openreview_id: null,
      title: title === '' && random.chance(0.5) ? null : title,
      abstract: this.#abstract(rareWords),
      short_abstract: null,
      url_abs: outside,
      url_pdf: arxivId === null ? `${outside}.pdf` : `https://arxiv.org/pdf/${arxivId}.pdf`,
      proceeding: isAccepted
        ? `${random.pick(VENUES)} ${date.slice(0, 4)} ${random.between(1, 12)}`
        : orNone(random),
      authors: random.chance(ANONYMOUS) ? ['Anonymous'] : this.#authors.draw(random),
      tasks: this.#drawTasks(),
      date,
      conference_url_abs:
        isAccepted && random.chance(0.5) ? `http://openaccess.thecvf.com/${this.#made}.html` : null,
      conference_url_pdf:
        isAccepted && random.chance(0.5) ? `http://openaccess.thecvf.com/${this.#made}.pdf` : null,
      conference: orNone(random),
      reproduces_paper: null,
      methods: this.#drawMethods(),
    } as Record<string, unknown> & PaperRef;
  }

  /** New words come evenly with the papers; old ones come again. */
  #rareWords(): string[] {
    const { rareWords, papers } = this.#size;
    const words: string[] = [];
    const due = Math.floor(((this.#made + 1) * rareWords) / papers);
    while (this.#wordsMade < due) words.push(inventWord(this.#wordsMade++));
    if (this.#wordsMade > 0 && this.#random.chance(0.4)) {
      words.push(inventWord(this.#random.below(this.#wordsMade)));
    }
    return words;
  }

  #title(rareWords: readonly string[]): string {
    const mixed = mixTitle(this.#corpus, this.#random);
    const [word] = rareWords;
    return word !== undefined && this.#random.chance(0.2)
      ? `${capitalised(word)}: ${mixed}`
      : mixed;
  }

  #abstract(rareWords: readonly string[]): string | null {
    const random = this.#random;
    if (random.chance(NO_ABSTRACT)) return random.chance(0.3) ? 'None' : '';
    const sentences = mixSentences(this.#corpus, random);
    const odd = random.chance(RAW_ACCENTS) ? [random.pick(ACCENTED)] : [];
    for (const word of [...rareWords, ...odd]) {
      const place = random.below(sentences.length);
      const sentence = itemOf(sentences, place);
      const blank = sentence.indexOf(' ', random.below(sentence.length));
      sentences[place] =
        blank < 0
          ? `${word} ${sentence}`
          : `${sentence.slice(0, blank)} ${word}${sentence.slice(blank)}`;
    }
    const text = sentences.join('').trim();
    return random.chance(HARD_BREAKS) ? text.replace(/(.{60,80}) /g, '$1\n') : text;
  }

  #slug(title: string): string {
    const whole = slugOfName(title === '' ? inventWord(8_000_000 + this.#made) : title);
    let slug = whole;
    if (whole.length > SLUG_LENGTH) {
      const end = whole.lastIndexOf('-', SLUG_LENGTH);
      slug = whole.slice(0, end > 0 ? end : SLUG_LENGTH);
    }
    if (slug === '' || this.#slugs.has(slug)) slug = `${slug}-${this.#made}`;
    this.#slugs.add(slug);
    return slug;
  }

  #arxivId(date: string): string | null {
    const [year = '', month = '01'] = date.split('-');
    if (year < '2007' || year > '2025') return null;
    const number = String(this.#made % 100_000).padStart(5, '0');
    return `${year.slice(2)}${month}.${number}`;
  }

  #outside(): string {
    const random = this.#random;
    const number = this.#made;
    return random.pick([
      `https://openreview.net/forum?id=${inventWord(number)}`,
      `https://aclanthology.org/2020.acl-main.${number}`,
      `https://doi.org/10.1109/${twoDigits(number % 97)}.${number}`,
      `http://openaccess.thecvf.com/content/${number}.html`,
    ]);
  }

  #drawTasks(): string[] {
    const random = this.#random;
    const count = random.chance(0.2) ? 0 : 1 + random.count(0.6, 9);
    const names = new Set<string>();
    for (let number = 0; number < count; number++) {
      const name = itemOf(this.#tasks, random.skewed(this.#tasks.length, 3));
      names.add(random.chance(0.05) ? name.toLowerCase() : name);
    }
    return [...names];
  }

  #drawMethods(): PaperMethod[] {
    const random = this.#random;
    const count = random.chance(0.5) ? 0 : 1 + random.count(0.7, 15);
    const drawn = new Set<PaperMethod>();
    for (let number = 0; number < count; number++) {
      drawn.add(itemOf(this.#methods, random.skewed(this.#methods.length, 3)));
    }
    return [...drawn];
  }
}

/** Null, which the archive now and then writes as a word. */
function orNone(random: Random): string | null {
  return random.chance(NONE_AS_TEXT) ? 'None' : null;
}
