import { parseHttpAddress } from '../format/addresses.ts';
import { parseDate } from '../format/dates.ts';
import type { Link } from '../format/records/shared.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { DumpReport } from './report.ts';
import { cleanMarkdown, cleanName, cleanTexText, type CleanedText } from './text.ts';

/**
 * Reads the fields of one dump record, whatever they hold. Each reader gives a clean value or
 * `undefined` for "nothing to say" ('' and "None" are nothing), and reports what it had to change.
 */
export class Fields {
  readonly #record: JsonObject;
  readonly #report: DumpReport;
  /** The record in words, for examples in the report. */
  readonly #example: string;

  constructor(record: JsonObject, report: DumpReport, example: string) {
    this.#record = record;
    this.#report = report;
    this.#example = example;
  }

  /** The text of a field as it stands, or undefined. Numbers become text. */
  raw(key: string): string | undefined {
    const value = this.#record[key];
    if (value === null || value === undefined) return undefined;
    const text = this.#asText(value, key);
    if (text === undefined || text === 'None' || text.trim() === '') return undefined;
    return text;
  }

  /** A name on one line. */
  name(key: string): string | undefined {
    return this.#cleaned(key, cleanName);
  }

  /** A title, author or abstract: TeX decoded. */
  texText(key: string, maxLength: number): string | undefined {
    return this.#cleaned(key, (raw) => cleanTexText(raw, maxLength));
  }

  markdown(key: string): string | undefined {
    return this.#cleaned(key, cleanMarkdown);
  }

  /** An http or https address. */
  address(key: string): string | undefined {
    return this.addressOf(this.raw(key));
  }

  /** The same for a text from elsewhere in the record. */
  addressOf(text: string | undefined): string | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    if (text.length > 2_000) {
      this.#report.drop('address longer than 2,000 characters', text.slice(0, 100));
      return undefined;
    }
    const parsed = parseHttpAddress(text);
    if (parsed.kind === 'refused') {
      this.#report.drop(`address that is not http or https (${parsed.why})`, text);
      return undefined;
    }
    return parsed.url.length > 2_000 ? undefined : parsed.url;
  }

  date(key: string): string | undefined {
    const text = this.raw(key);
    if (text === undefined) return undefined;
    const date = parseDate(text);
    if (date === null) this.#report.drop('date that no calendar has', `${text} (${this.#example})`);
    return date ?? undefined;
  }

  /** A count of something; 0 when the record has none. */
  count(key: string): number {
    const value = this.#record[key];
    const number = typeof value === 'string' ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0;
  }

  isTrue(key: string): boolean {
    return this.#record[key] === true;
  }

  /** true, false, or undefined where the record does not say. */
  flag(key: string): boolean | undefined {
    const value = this.#record[key];
    if (typeof value === 'boolean') return value;
    if (value !== null && value !== undefined) {
      this.#report.drop(`${key} that is neither true nor false`, this.#example);
    }
    return undefined;
  }

  object(key: string): JsonObject | undefined {
    const value = this.#record[key];
    if (isJsonObject(value)) return value;
    if (value !== null && value !== undefined && value !== '') {
      this.#report.drop(`${key} that is not an object`, this.#example);
    }
    return undefined;
  }

  list(key: string): readonly unknown[] {
    const value = this.#record[key];
    if (Array.isArray(value)) return value;
    if (value !== null && value !== undefined && value !== '') {
      this.#report.drop(`${key} that is not a list`, this.#example);
    }
    return [];
  }

  /** Objects of a list; what else it holds is dropped with a reason. */
  objects(key: string): JsonObject[] {
    return this.list(key).filter((entry): entry is JsonObject => {
      if (isJsonObject(entry)) return true;
      if (entry !== null) this.#report.drop(`entry of ${key} that is not an object`, this.#example);
      return false;
    });
  }

  /** Names of a list, each once. */
  names(key: string, clean: (raw: string) => CleanedText = cleanName): string[] {
    const names = new Set<string>();
    for (const entry of this.list(key)) {
      if (entry === null) continue;
      const raw = this.#asText(entry, `entry of ${key}`);
      const name = raw === undefined ? '' : this.#noteCut(key, clean(raw));
      if (name !== '') names.add(name);
    }
    return [...names];
  }

  /** Links of a list of {title, url}; those without a usable address are dropped with a reason. */
  links(key: string): Link[] {
    const links = new Map<string, Link>();
    for (const entry of this.objects(key)) {
      const fields = new Fields(entry, this.#report, this.#example);
      const url = fields.address('url');
      if (url === undefined || links.has(url)) continue;
      const title = fields.name('title');
      links.set(url, title === undefined ? { url } : { title, url });
    }
    return [...links.values()];
  }

  #cleaned(key: string, clean: (raw: string) => CleanedText): string | undefined {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    const text = this.#noteCut(key, clean(raw));
    return text === '' ? undefined : text;
  }

  #noteCut(key: string, { text, wasCut }: CleanedText): string {
    if (wasCut) this.#report.repair(`${key} cut, too long for the format`, this.#example);
    return text;
  }

  #asText(value: unknown, what: string): string | undefined {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') {
      this.#report.repair(
        `${what} that is a ${typeof value} where text was expected`,
        this.#example,
      );
      return String(value);
    }
    this.#report.drop(`${what} that is not text`, this.#example);
    return undefined;
  }
}
