/** A type whose members that may be undefined are optional instead. */
type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The record without members that are undefined: the format leaves out what there is not to say. */
export function defined<T extends object>(record: T): Defined<T> {
  const copy: Partial<T> = {};
  for (const key in record) if (record[key] !== undefined) copy[key] = record[key];
  return copy as unknown as Defined<T>;
}

/** A copy of the list, or undefined when it is empty. */
export function unlessEmpty<T>(list: Iterable<T> | undefined): T[] | undefined {
  const items = [...(list ?? [])];
  return items.length > 0 ? items : undefined;
}
