import type { ArchiveSize } from './archive-size.ts';
import type { PaperRef } from './make-papers.ts';
import type { Random } from './random.ts';

const FRAMEWORKS = [
  'pytorch',
  'pytorch',
  'tf',
  'jax',
  'none',
  'none',
  'none',
  'mindspore',
  'paddle',
];
/** Papers that have code; the links that are due come with the next of them. */
const WITH_CODE = 0.35;

/** Gives papers their code links, so many in all as the size says. */
export class LinkSource {
  readonly #size: ArchiveSize;
  readonly #random: Random;
  #papers = 0;
  #links = 0;

  constructor(size: ArchiveSize, random: Random) {
    this.#size = size;
    this.#random = random;
  }

  /** The links of the next paper, none for most. */
  next(paper: PaperRef): Record<string, unknown>[] {
    this.#papers++;
    const isLast = this.#papers === this.#size.papers;
    if (!isLast && !this.#random.chance(WITH_CODE)) return [];
    const due = Math.floor((this.#papers * this.#size.links) / this.#size.papers) - this.#links;
    this.#links += due;
    return Array.from({ length: due }, (_, number) => this.#link(paper, number === 0));
  }

  #link(paper: PaperRef, isFirst: boolean): Record<string, unknown> {
    const random = this.#random;
    return {
      paper_url: paper.paper_url,
      paper_title: paper.title,
      paper_arxiv_id: paper.arxiv_id,
      paper_url_abs: paper.url_abs,
      paper_url_pdf: null,
      repo_url: `https://github.com/user${random.below(90_000)}/code${random.below(400_000)}`,
      is_official: isFirst && random.chance(0.5),
      mentioned_in_paper: isFirst && random.chance(0.3),
      mentioned_in_github: random.chance(0.6),
      framework: random.pick(FRAMEWORKS),
    };
  }
}
