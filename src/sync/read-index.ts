import type { BlockStore } from '../db/block-store.ts';
import { unpack } from '../format/codec.ts';
import { decodeLines } from '../format/lines.ts';
import {
  sectionsOfPack,
  type Manifest,
  type PackName,
  type SectionName,
} from '../format/manifest.ts';
import { decodeSectionIndex, type BlockEntry } from '../format/section-index.ts';
import type { SnapshotHost } from '../host/snapshot-host.ts';
import type { NeededFile } from './plan-install.ts';

/** Reads an index from the device, or null when it is not there. */
export async function readStoredIndex(
  manifest: Manifest,
  name: SectionName,
  store: BlockStore,
): Promise<BlockEntry[] | null> {
  const { index } = manifest.sections[name];
  const bytes = await store.get(index.hash);
  return bytes === null || bytes.byteLength !== index.bytes ? null : decode(manifest, name, bytes);
}

/** Reads an index from the device, or fetches, verifies and keeps it. */
async function readIndex(
  manifest: Manifest,
  name: SectionName,
  store: BlockStore,
  host: SnapshotHost,
  signal: AbortSignal,
): Promise<BlockEntry[]> {
  const stored = await readStoredIndex(manifest, name, store);
  if (stored !== null) return stored;
  const { index } = manifest.sections[name];
  const bytes = await host.fetchHashed(index.hash, index.bytes, signal);
  await store.putAll([{ hash: index.hash, bytes }]);
  return decode(manifest, name, bytes);
}

function decode(manifest: Manifest, name: SectionName, bytes: Uint8Array): BlockEntry[] {
  const { index, order } = manifest.sections[name];
  const what = `index of ${name}`;
  return decodeSectionIndex(
    order,
    decodeLines(unpack(manifest.codec, bytes, index.rawBytes, what), what),
    what,
  );
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
  const files: NeededFile[] = names.map((name) => manifest.sections[name].index);
  for (const name of names) files.push(...(await readIndex(manifest, name, store, host, signal)));
  return files;
}
