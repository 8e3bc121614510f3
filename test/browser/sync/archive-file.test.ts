import { afterEach, describe, expect, test } from 'vitest';
import { openArchive as openReader } from '../../../src/archive/archive.ts';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';
import { HashMismatchError, TruncatedError } from '../../../src/format/errors.ts';
import { PACK_NAMES, type PackName } from '../../../src/format/manifest.ts';
import { requireTrusted, type RequireTrusted } from '../../../src/format/trust/judge-manifest.ts';
import type { PublicKey } from '../../../src/format/trust/public-key.ts';
import { createVerifier } from '../../../src/format/trust/verify-ed25519.ts';
import { createSnapshotHost } from '../../../src/host/snapshot-host.ts';
import {
  NoWholePackError,
  openArchive,
  type OpenArchiveProgress,
} from '../../../src/sync/open-archive.ts';
import {
  BlockGoneError,
  PackNotWholeError,
  planArchiveFile,
  saveArchive,
} from '../../../src/sync/save-archive.ts';
import { acceptAny } from '../../support/accept-any.ts';
import { joinPieces, makeBundle } from '../../support/bundle-bytes.ts';
import { makeSnapshot, type MadeSnapshot } from '../../support/make-snapshot.ts';
import { createTestSigner } from '../../support/signed-snapshot.ts';

const SLUGS = Array.from({ length: 30 }, (_, number) => `paper-${String(number).padStart(3, '0')}`);
const snapshot = await makeSnapshot({
  records: {
    overview: [{ areas: [], notable: [], latest: [] }],
    papers: SLUGS.map((slug) => ({ slug, title: slug, authors: [] })),
    'paper-numbers': SLUGS.map((slug, number) => [slug, number]),
    abstracts: SLUGS.map((slug) => `About ${slug}. `.repeat(50)),
  },
  blocksPerVolume: 4,
});
const signer = await createTestSigner();

const open: (() => void)[] = [];
let devices = 0;

async function openDevice(): Promise<DeviceStorage> {
  const storage = await openStorage(`archive-file-${Date.now()}-${devices++}`);
  open.push(() => storage.close());
  return storage;
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A device on which packs of a snapshot are installed. */
async function deviceWith(
  packs: readonly PackName[] = PACK_NAMES,
  made: MadeSnapshot = snapshot,
): Promise<DeviceStorage> {
  const storage = await openDevice();
  await openOn(storage, await makeBundle(made, { packs }));
  return storage;
}

const trustAll: RequireTrusted = () => Promise.resolve({ kind: 'unsigned' });

function trustOnly(keys: readonly PublicKey[], latestIssued: string | null = null): RequireTrusted {
  const verify = createVerifier(crypto.subtle);
  return (manifestBytes, manifest) =>
    requireTrusted({ manifestBytes, manifest, policy: { keys }, latestIssued, verify });
}

function streamOf(bytes: Uint8Array<ArrayBuffer>, pieceBytes = 4096): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.byteLength) controller.close();
      else controller.enqueue(bytes.slice(offset, (offset += pieceBytes)));
    },
  });
}

async function openOn(
  storage: DeviceStorage,
  file: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  options: { trust?: RequireTrusted; signal?: AbortSignal } = {},
) {
  const progress: OpenArchiveProgress[] = [];
  const packs = await openArchive({
    source: file instanceof ReadableStream ? file : streamOf(file),
    store: storage.blocks,
    trust: options.trust ?? trustAll,
    hold: ({ id, manifestBytes }) =>
      storage.device.begin({ id, bytes: manifestBytes, issued: null }, []),
    activate: ({ id }, packs) => storage.device.activate(id, packs),
    signal: options.signal ?? new AbortController().signal,
    onProgress: (step) => progress.push(step),
  });
  return { packs, progress };
}

async function save(storage: DeviceStorage, packs: readonly PackName[] = PACK_NAMES) {
  const pieces: Uint8Array[] = [];
  const progress: { doneBytes: number; totalBytes: number }[] = [];
  await saveArchive({
    storage,
    packs,
    write: async (bytes) => void pieces.push(bytes),
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
  });
  return { bytes: joinPieces(pieces), progress, largest: Math.max(...pieces.map((p) => p.length)) };
}

test('from one device to another without any network', async () => {
  const plan = await planArchiveFile(await deviceWith(), PACK_NAMES);
  const { bytes, progress, largest } = await save(await deviceWith());
  expect(bytes.byteLength).toBe(plan.bytes);
  expect(plan.fileName).toBe('papers-with-code-2025-07-28-boards-papers-abstracts.pwc2.tar');
  expect(progress.at(-1)).toEqual({ doneBytes: plan.bytes, totalBytes: plan.bytes });
  // Never more than one block at a time.
  expect(largest).toBeLessThan(bytes.byteLength / 4);

  const other = await openDevice();
  const opened = await openOn(other, bytes);
  expect(opened.packs).toEqual(PACK_NAMES);
  expect(opened.progress.at(-1)?.doneBytes).toBe(bytes.byteLength);
  const { active } = await other.device.read();
  expect(active).toMatchObject({ id: snapshot.id, packs: PACK_NAMES });
  const host = createSnapshotHost('https://nowhere.test/', {
    fetch: () => Promise.reject(new TypeError()),
  });
  const archive = openReader({
    accepted: await acceptAny(new Uint8Array(active!.manifest)),
    host,
    store: other.blocks,
  });
  for (const [number, slug] of SLUGS.entries()) {
    expect((await archive.paper(number))?.slug).toBe(slug);
    expect(await archive.abstract(number)).toContain(slug);
  }
});

test('a file of some packs installs these, and what was saved again is the same file', async () => {
  const { bytes } = await save(await deviceWith(), ['papers']);
  const other = await openDevice();
  expect((await openOn(other, bytes)).packs).toEqual(['papers']);
  expect((await save(other, ['papers'])).bytes).toEqual(bytes);
});

describe('opening that breaks off', () => {
  test('keeps what was verified, activates nothing, and the next time passes over it', async () => {
    const bytes = await makeBundle(snapshot);
    const device = await openDevice();
    const half = bytes.slice(0, bytes.byteLength * 0.6);
    await expect(openOn(device, half)).rejects.toBeInstanceOf(TruncatedError);
    expect((await device.device.read()).active).toBeNull();
    const kept = await device.blocks.readHashes();
    expect(kept.size).toBeGreaterThan(10);

    const { progress } = await openOn(device, bytes);
    const all = await device.blocks.readHashes();
    expect(progress.at(-1)).toMatchObject({ skipped: kept.size, stored: all.size - kept.size });
    expect((await device.device.read()).active?.packs).toEqual(PACK_NAMES);
  });

  test('a cancelled one ends the stream and keeps what was verified', async () => {
    const bytes = await makeBundle(snapshot);
    const controller = new AbortController();
    let isCancelled = false;
    let offset = 0;
    const source = new ReadableStream<Uint8Array>({
      pull(stream) {
        if (offset > bytes.byteLength / 2) controller.abort(new DOMException('no', 'AbortError'));
        stream.enqueue(bytes.slice(offset, (offset += 1000)));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const device = await openDevice();
    const opening = openOn(device, source, { signal: controller.signal });
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(isCancelled).toBe(true);
    expect((await device.blocks.readHashes()).size).toBeGreaterThan(5);
    expect((await device.device.read()).active).toBeNull();
  });

  test('a damaged block is not stored; those before it are', async () => {
    const bytes = await makeBundle(snapshot);
    const last = bytes.lastIndexOf('A'.charCodeAt(0));
    bytes[last] = 'B'.charCodeAt(0);
    const device = await openDevice();
    await expect(openOn(device, bytes)).rejects.toBeInstanceOf(HashMismatchError);
    expect((await device.device.read()).active).toBeNull();
    expect((await device.blocks.readHashes()).size).toBeGreaterThan(5);
  });

  test('a file without a whole pack installs nothing', async () => {
    const bytes = await makeBundle(snapshot, { entries: [] });
    const device = await openDevice();
    await expect(openOn(device, bytes)).rejects.toBeInstanceOf(NoWholePackError);
    expect((await device.device.read()).active).toBeNull();
  });
});

describe('an app with keys', () => {
  test.each([
    ['an unsigned file', () => Promise.resolve(snapshot.manifestBytes), 'unsigned'],
    ['a file of a stranger', async () => (await createTestSigner(9)).sign(snapshot), 'unknown-key'],
    ['an older file', () => signer.sign(snapshot, '2025-01-01T00:00:00Z'), 'rollback'],
  ])('refuses %s before it stores anything', async (_, manifest, kind) => {
    const bytes = await makeBundle(snapshot, { manifestBytes: await manifest() });
    const device = await openDevice();
    const trust = trustOnly([signer.key], '2025-06-01T00:00:00Z');
    await expect(openOn(device, bytes, { trust })).rejects.toMatchObject({ refusal: { kind } });
    expect((await device.blocks.readHashes()).size).toBe(0);
  });

  test('takes a file of its publisher, and what is saved from it is signed as well', async () => {
    const bytes = await makeBundle(snapshot, { manifestBytes: await signer.sign(snapshot) });
    const trust = trustOnly([signer.key]);
    const device = await openDevice();
    await openOn(device, bytes, { trust });
    const saved = await save(device);
    expect(saved.bytes).toEqual(bytes);
    await openOn(await openDevice(), saved.bytes, { trust });
  });
});

describe('saving refuses', () => {
  test('packs that are not installed', async () => {
    const device = await deviceWith(['papers']);
    const saving = save(device, ['papers', 'abstracts']);
    await expect(saving).rejects.toMatchObject({ packs: ['abstracts'] });
    await expect(save(await openDevice(), ['boards'])).rejects.toBeInstanceOf(PackNotWholeError);
  });

  test('when a block or an index has been cleared by the browser', async () => {
    for (const gone of [snapshot.blocks.papers[3]!, snapshot.manifest.sections.papers.index!]) {
      const device = await deviceWith();
      await device.blocks.deleteAll([gone.hash]);
      await expect(save(device)).rejects.toBeInstanceOf(BlockGoneError);
    }
  });
});
