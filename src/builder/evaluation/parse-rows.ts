import { joinKeysOf } from '../citations.ts';
import { Fields } from '../fields.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { DumpReport } from '../report.ts';
import { cleanValue } from '../text.ts';
import type { MetricColumn } from './metric-columns.ts';
import type { RawRow, RowMention } from './raw-board.ts';

/** Reads the rows of boards. One for the whole dump, since rows of many boards name one paper. */
export class RowParser {
  readonly #report: DumpReport;
  readonly #mentions = new Map<string, RowMention | null>();

  constructor(report: DumpReport) {
    this.#report = report;
  }

  /** Every distinct mention of a paper, in the order of the dump. */
  mentions(): RowMention[] {
    return [...new Set(this.#mentions.values())].filter((mention) => mention !== null);
  }

  parse(row: JsonObject, columns: readonly MetricColumn[], board: string): RawRow {
    const fields = new Fields(row, this.#report, board);
    const model = fields.name('model_name');
    if (model === undefined) this.#report.repair('row without a model name', board);
    const date = fields.date('paper_date');
    const code = fields.links('code_links');
    const links = fields.links('model_links');
    const extraData = fields.flag('uses_additional_data');
    return {
      model: model ?? '',
      values: this.#parseValues(row['metrics'], columns, board),
      mention: this.#parseMention(fields),
      ...(date !== undefined && { date }),
      ...(code.length > 0 && { code }),
      ...(links.length > 0 && { links }),
      ...(extraData !== undefined && { extraData }),
    };
  }

  #parseValues(
    metrics: unknown,
    columns: readonly MetricColumn[],
    board: string,
  ): (string | null)[] {
    if (!isJsonObject(metrics)) {
      if (metrics !== null && metrics !== undefined) {
        this.#report.drop('metrics of a row that are not an object', board);
      }
      return columns.map(() => null);
    }
    return columns.map(({ keys }) => {
      for (const key of keys) {
        const value = Object.hasOwn(metrics, key) ? this.#parseValue(metrics[key], board) : null;
        if (value !== null) return value;
      }
      return null;
    });
  }

  #parseValue(value: unknown, board: string): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      this.#report.drop('value that is neither text nor a number', board);
      return null;
    }
    const { text, wasCut } = cleanValue(String(value));
    if (wasCut) this.#report.repair('value cut, too long for the format', board);
    return text === '' ? null : text;
  }

  #parseMention(fields: Fields): RowMention | null {
    const rawTitle = fields.raw('paper_title') ?? '';
    const rawUrl = fields.raw('paper_url') ?? '';
    const known = this.#mentions.get(`${rawTitle}\n${rawUrl}`);
    if (known !== undefined) return known;
    const title = fields.texText('paper_title', 2_000);
    const url = fields.address('paper_url');
    const keys = joinKeysOf({ title, url });
    const mention =
      title === undefined && keys.length === 0
        ? null
        : { keys, ...(title !== undefined && { title }), ...(url !== undefined && { url }) };
    this.#mentions.set(`${rawTitle}\n${rawUrl}`, mention);
    return mention;
  }
}
