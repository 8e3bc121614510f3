import type { Repository } from '../../format/records/paper.ts';
import { joinKeysOf, type JoinKey } from '../citations.ts';
import { Fields } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';

/** All links of the dump that name one paper in the same words. */
export interface LinkGroup {
  readonly keys: readonly JoinKey[];
  readonly repositories: Repository[];
  /** The paper in words, for the report. */
  readonly example: string;
}

/** Collects the links between papers and code, before the papers are known. */
export class CodeLinks {
  readonly #groups = new Map<string, LinkGroup>();
  readonly #report: DumpReport;

  constructor(report: DumpReport) {
    this.#report = report;
  }

  groups(): Iterable<LinkGroup> {
    return this.#groups.values();
  }

  /** @returns whether the link was kept; if not, the reason is reported. */
  add(record: JsonObject): boolean {
    const fields = new Fields(record, this.#report, `record ${this.#report.read}`);
    const repository = this.#parseRepository(fields);
    if (repository === null) return false;
    const identity = ['paper_url', 'paper_title', 'paper_arxiv_id', 'paper_url_abs']
      .map((key) => fields.raw(key) ?? '')
      .join('\n');
    const group = this.#groups.get(identity) ?? this.#openGroup(identity, fields);
    if (group === null) {
      this.#report.drop('link that names no paper', repository.url);
      return false;
    }
    group.repositories.push(repository);
    return true;
  }

  #openGroup(identity: string, fields: Fields): LinkGroup | null {
    const title = fields.texText('paper_title', 2_000);
    const keys = joinKeysOf({
      title,
      url: fields.address('paper_url'),
      arxivId: fields.raw('paper_arxiv_id'),
      otherUrls: [fields.address('paper_url_abs'), fields.address('paper_url_pdf')],
    });
    if (keys.length === 0) return null;
    const group = { keys, repositories: [], example: fields.raw('paper_url') ?? title ?? '' };
    this.#groups.set(identity, group);
    return group;
  }

  #parseRepository(fields: Fields): Repository | null {
    const url = fields.address('repo_url');
    if (url === undefined) {
      this.#report.drop('link without a usable repository address', fields.raw('repo_url') ?? '');
      return null;
    }
    const framework = fields.name('framework');
    return {
      url,
      ...(fields.isTrue('is_official') && { official: true }),
      ...(fields.isTrue('mentioned_in_paper') && { inPaper: true }),
      ...(fields.isTrue('mentioned_in_github') && { inGithub: true }),
      ...(framework !== undefined && framework.toLowerCase() !== 'none' && { framework }),
    };
  }
}
