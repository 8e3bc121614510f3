import type { BlockStore } from '../db/block-store.ts';
import { unpack } from '../format/codec.ts';
import { decodeLines } from '../format/lines.ts';
import {
  sectionsOfPack,
  type Manifest,
  type ManifestSection,
  type PackName,
  type SectionName,
} from '../format/manifest.ts';
import { decodeIndexEntries, decodeIndexLines, type BlockEntry } from '../format/section-index.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import type { NeededFile } from './plan-install.ts';

/** Reads an index from the manifest or the device, or null when its file is not there. */
export async function readStoredIndex(
  manifest: Manifest,
  name: SectionName,
  store: BlockStore,
): Promise<BlockEntry[] | null> {
  const section = manifest.sections[name];
  const { index, entries, order } = section;
  if (index === null) return decodeIndexEntries(order, entries ?? [], `index of ${name}`);
  const bytes = await store.get(index.hash);
  if (bytes === null || bytes.byteLength !== index.bytes) return null;
  return decodeFile(section, name, bytes);
}

/** Reads an index from where it is, or fetches, verifies and keeps its file. */
async function readIndex(
  manifest: Manifest,
  name: SectionName,
  store: BlockStore,
  host: SnapshotHost,
  signal: AbortSignal,
): Promise<BlockEntry[]> {
  const stored = await readStoredIndex(manifest, name, store);
  const section = manifest.sections[name];
  if (stored !== null || section.index === null) return stored ?? [];
  const { hash, bytes: size } = section.index;
  const bytes = await host.fetchHashed(hash, size, signal);
  await store.putAll([{ hash, bytes }]);
  return decodeFile(section, name, bytes);
}

async function decodeFile(
  { order, codec, index }: ManifestSection,
  name: SectionName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<BlockEntry[]> {
  const what = `index of ${name}`;
  const raw = await unpack(codec, bytes, index?.rawBytes ?? 0, what);
  return decodeIndexLines(order, decodeLines(raw, what), what);
}

/** Every file of some packs, indexes first, in the order of the snapshot. */
export async function readNeededFiles(
  manifest: Manifest,
  packs: readonly PackName[],
  store: BlockStore,
  host: SnapshotHost,
  signal: AbortSignal,
): Promise<NeededFile[]> {
  const names = packs.flatMap(sectionsOfPack);
  const files: NeededFile[] = names.flatMap((name) => manifest.sections[name].index ?? []);
  for (const name of names) files.push(...(await readIndex(manifest, name, store, host, signal)));
  return files;
}
