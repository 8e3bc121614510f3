import type { AdvertisementSign } from '../../format/records/advertisement.ts';
import type { Ref } from '../../format/records/shared.ts';
import type { JoinKey } from '../citations.ts';

/** A paper that a dataset or a method cites, before it is joined. */
export interface RawCitation {
  readonly title?: string;
  readonly url?: string;
  readonly keys: readonly JoinKey[];
}

export interface RawDataset {
  readonly slug: string;
  readonly name: string;
  readonly fullName?: string;
  readonly homepage?: string;
  readonly description?: string;
  readonly warning?: string;
  readonly citation: RawCitation | null;
  readonly introduced?: string;
  readonly modalities: readonly string[];
  readonly languages: readonly string[];
  readonly variants: readonly string[];
  /** Slug as the task's address has it. */
  readonly tasks: readonly { readonly slug: string; readonly name: string }[];
  readonly loaders: readonly { url: string; repo?: string; frameworks?: string[] }[];
  readonly papers: number;
  /** Empty for what is not taken for one. */
  readonly advertisement: readonly AdvertisementSign[];
}

export interface RawMethod {
  readonly slug: string;
  readonly name: string;
  readonly fullName?: string;
  readonly description?: string;
  readonly citation: RawCitation | null;
  readonly sourceUrl?: string;
  readonly sourceTitle?: string;
  readonly code?: string;
  readonly introducedYear?: number;
  readonly collections: readonly { readonly name: string; readonly area?: Ref }[];
  readonly papers: number;
  /** Empty for what is not taken for one. */
  readonly advertisement: readonly AdvertisementSign[];
}
