import { hashBytes } from '../../format/hash.ts';
import type { SectionOrder } from '../../format/index-line.ts';
import { MAX_INDEX_BYTES, MAX_INDEX_RAW_BYTES } from '../../format/limits.ts';
import { encodeNumberedLine } from '../../format/lines.ts';
import type { AnySectionName, ManifestSection } from '../../format/manifest.ts';
import { encodeIndexEntries, type BlockEntry } from '../../format/section-index.ts';
import { blockPath } from '../../format/version.ts';
import type { Packer } from './packer.ts';
import { MAX_INLINE_INDEX_BYTES } from './section-plan.ts';

/** Where the index of a section goes, and how. */
export interface IndexOutput {
  readonly packer: Packer;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** Writes the index of a finished section: a short one stands in the manifest, a longer one in a file. */
export async function writeIndex(
  name: AnySectionName,
  { order, codec }: { readonly order: SectionOrder; readonly codec: ManifestSection['codec'] },
  blocks: readonly BlockEntry[],
  { packer, write }: IndexOutput,
): Promise<Pick<ManifestSection, 'entries' | 'index'>> {
  const entries = encodeIndexEntries(order, blocks);
  const raw = new TextEncoder().encode(entries.map(encodeNumberedLine).join(''));
  const rawBytes = raw.byteLength;
  if (rawBytes <= MAX_INLINE_INDEX_BYTES) return { entries, index: null };
  const packed = await packer.pack(codec, raw);
  const bytes = packed.byteLength;
  if (rawBytes > MAX_INDEX_RAW_BYTES || bytes > MAX_INDEX_BYTES) {
    throw new Error(`The index of section ${name} is larger than the format allows`);
  }
  const hash = await hashBytes(packed);
  await write(blockPath(hash), packed);
  return { index: { hash, bytes, rawBytes } };
}
