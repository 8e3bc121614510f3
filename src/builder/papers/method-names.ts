import { nameKey } from '../../format/name-key.ts';
import type { RawMethod } from '../catalogue/raw-catalogue.ts';
import { NameIndex } from '../catalogue/name-index.ts';

/** A method as papers name it: of the catalogue, or known by name alone. */
export interface NamedMethod {
  readonly name: string;
  readonly method: RawMethod | null;
}

/**
 * Methods that papers name. A name is joined to the catalogue by letters and digits: where several
 * methods share the name, the one whose full name fits too; else by slug, then by full name.
 */
export class MethodNames {
  readonly list: NamedMethod[] = [];
  readonly #idByText = new Map<string, number>();
  readonly #idByMethod = new Map<RawMethod, number>();
  readonly #byBoth = new Map<string, RawMethod>();
  readonly #bySlug = new Map<string, RawMethod>();
  readonly #byName: NameIndex<RawMethod>;

  constructor(catalogue: readonly RawMethod[]) {
    this.#byName = new NameIndex(catalogue);
    for (const method of catalogue) {
      this.#bySlug.set(nameKey(method.slug), method);
      this.#byBoth.set(bothKey(method.name, method.fullName ?? method.name), method);
    }
  }

  /** Id of the method that a paper names. */
  add(name: string, fullName: string | undefined): number {
    const text = `${name}\n${fullName ?? ''}`;
    const known = this.#idByText.get(text);
    if (known !== undefined) return known;
    const method = this.#join(name, fullName);
    const id = (method === null ? undefined : this.#idByMethod.get(method)) ?? this.list.length;
    if (id === this.list.length) this.list.push({ name: method?.name ?? name, method });
    if (method !== null) this.#idByMethod.set(method, id);
    this.#idByText.set(text, id);
    return id;
  }

  #join(name: string, fullName: string | undefined): RawMethod | null {
    return (
      this.#byBoth.get(bothKey(name, fullName ?? name)) ??
      this.#byName.find(name) ??
      this.#bySlug.get(nameKey(name)) ??
      (fullName === undefined ? undefined : this.#byName.find(fullName)) ??
      null
    );
  }
}

function bothKey(name: string, fullName: string): string {
  return `${nameKey(name)} ${nameKey(fullName)}`;
}
