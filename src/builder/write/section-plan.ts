import type { Codec } from '../../format/codec.ts';
import type { RecordSectionName } from '../../format/manifest.ts';
import type { BlockSizes } from './block-cutter.ts';

/**
 * How each section is cut and packed. Targets are unpacked bytes.
 *
 * A page that looks up one record fetches one block, so sections that are looked up have small ones;
 * lists are read whole and have large ones. Smallest are those whose records change when a leaderboard is
 * edited, since an update fetches whole blocks (docs/decisions/0022). Abstracts are most of an archive's bytes and packed as
 * small as can be, with a dictionary (docs/decisions/0014); the rest is packed with what a browser unpacks
 * at once (docs/decisions/0002).
 */
export const SECTION_PLANS: Readonly<
  Record<RecordSectionName, BlockSizes & { readonly codec: Codec }>
> = {
  overview: { target: 400_000, codec: 'gzip' },
  'task-list': { target: 500_000, codec: 'gzip' },
  tasks: { target: 90_000, codec: 'gzip' },
  'board-list': { target: 500_000, codec: 'gzip' },
  boards: { target: 75_000, codec: 'gzip' },
  'dataset-list': { target: 500_000, codec: 'gzip' },
  datasets: { target: 55_000, codec: 'gzip' },
  'method-list': { target: 500_000, codec: 'gzip' },
  methods: { target: 200_000, codec: 'gzip' },
  'paper-numbers': { target: 150_000, codec: 'gzip' },
  papers: { target: 190_000, codec: 'gzip' },
  abstracts: { target: 175_000, codec: 'zstd' },
  models: { target: 150_000, codec: 'gzip' },
  aliases: { target: 120_000, codec: 'gzip' },
  names: { target: 500_000, codec: 'gzip' },
  trends: { target: 400_000, codec: 'gzip' },
  venues: { target: 150_000, codec: 'gzip' },
  'paper-results': { target: 50_000, codec: 'gzip' },
};

/** Indexes of at most so many bytes stand in the manifest. */
export const MAX_INLINE_INDEX_BYTES = 12 * 1024;
