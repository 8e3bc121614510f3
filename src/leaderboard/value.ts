/**
 * What the text of a result says. The text itself always stays: it is what a page shows, and the number
 * is only what can be made of it.
 */
export interface Value {
  /** As the archive has it. */
  readonly raw: string;
  /** The number it says, scales applied (15.9M is 15900000); null when it says none, never 0 then. */
  readonly number: number | null;
  /** As written: `%`, `ms`, `dB`. A percentage keeps its number: 93.5% is 93.5. */
  readonly unit?: string;
  /** Half width of the spread, in the number's own scale: 0.01 in `2.42±0.01`. */
  readonly uncertainty?: number;
  /** The number is a bound or a guess: `<0.5`, `≥ 3`, `~12.5`. */
  readonly qualifier?: 'below' | 'above' | 'about';
  /** Further numbers in the text: 55.55 in `54.60/55.55`. */
  readonly further?: readonly number[];
  /** What is left of the text once all of this is read: `*`, `(measured by others)`. */
  readonly note?: string;
  /**
   * Whether the text is one number in plain notation, perhaps with a percent sign or a spread without
   * blanks. The archive's own ranking read these and no others.
   */
  readonly isPlain: boolean;
}

/** How `2,200` is read where nothing else in the text tells: thousands, or a decimal comma. */
export type CommaReading = 'thousands' | 'decimal';
