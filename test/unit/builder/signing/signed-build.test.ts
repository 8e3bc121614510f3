import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { silentLog } from '../../../../src/builder/log.ts';
import { nodeDisk } from '../../../../src/builder/node-disk.ts';
import { makeKeyPair } from '../../../../src/builder/signing/key-pair.ts';
import { readSigner } from '../../../../src/builder/signing/read-signer.ts';
import { writeArchiveFile } from '../../../../src/builder/write/write-archive-file.ts';
import { readBundle } from '../../../../src/format/bundle/read-bundle.ts';
import { PACK_NAMES, parseManifest } from '../../../../src/format/manifest.ts';
import { requireTrusted } from '../../../../src/format/trust/judge-manifest.ts';
import { readSignature } from '../../../../src/format/trust/signature.ts';
import { createVerifier } from '../../../../src/format/trust/verify-ed25519.ts';
import { build, readTree, withFolder } from '../../../support/dump-builds.ts';

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = join(import.meta.dirname, '../../../../sample');
const ISSUED = '2025-08-01T10:00:00Z';
const NOW = new Date('2025-08-02T12:34:56.789Z');
const { privatePem, publicKey } = makeKeyPair();

let signedOrder: Parameters<typeof readSigner>[0];
const effects = {
  disk: nodeDisk,
  log: silentLog,
  processes: { ownId: 4_000_002, isAlive: () => false },
  signal: new AbortController().signal,
};

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../../../.cache/test');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'signed-build.pem');
  await writeFile(path, privatePem);
  signedOrder = { sign: path, by: 'The Archive', issued: ISSUED };
});

const readBytes = async (path: string) => new Uint8Array(await readFile(path));

test('a signed snapshot is verified, reproducible, and the unsigned one but for its manifest', async () => {
  await withFolder(async (folder) => {
    const signer = await readSigner(signedOrder, nodeDisk, () => NOW);
    await build(SAMPLE, join(folder, 'plain'));
    await build(SAMPLE, join(folder, 'signed'), { signer });
    await build(SAMPLE, join(folder, 'again'), { signer });
    const signed = await readTree(join(folder, 'signed'));
    expect(await readTree(join(folder, 'again'))).toEqual(signed);
    const { 'snapshot.json': _, ...others } = await readTree(join(folder, 'plain'));
    expect(signed).toMatchObject(others);

    const manifestBytes = await readBytes(join(folder, 'signed/snapshot.json'));
    const manifest = parseManifest(manifestBytes);
    const authenticity = await requireTrusted({
      manifestBytes,
      manifest,
      policy: { keys: [publicKey] },
      latestIssued: null,
      verify: createVerifier(crypto.subtle),
    });
    expect(authenticity).toEqual({
      kind: 'verified',
      signed: { by: 'The Archive', key: publicKey, issued: ISSUED },
    });
    const plainBytes = await readBytes(join(folder, 'plain/snapshot.json'));
    expect(readSignature(plainBytes)).toBeNull();
    expect(parseManifest(plainBytes)).not.toHaveProperty('signed');
  });
});

test('without a name or a time, the key and the clock give them', async () => {
  const order = { ...signedOrder, by: null, issued: null };
  const signer = await readSigner(order, nodeDisk, () => NOW);
  expect(signer?.signed).toEqual({
    by: `the holder of key ${publicKey.slice(0, 8)}`,
    key: publicKey,
    issued: '2025-08-02T12:34:56Z',
  });
  expect(await readSigner({ ...order, sign: null }, nodeDisk, () => NOW)).toBeNull();
});

test.each([
  ['a time to come', { issued: '2025-08-04T00:00:00Z' }, /is in the future/],
  ['a key that is not there', { sign: '/does/not/exist' }, /does not exist/],
  ['a folder', { sign: SAMPLE }, /is a folder/],
  ['a file too large for a key', { sign: join(SAMPLE, 'datasets.json') }, /is no key file/],
])('%s is refused', async (_, change, message) => {
  const order = { ...signedOrder, ...change };
  await expect(readSigner(order, nodeDisk, () => NOW)).rejects.toThrow(message);
});

test('an archive file holds all packs, and the manifest as it stands', async () => {
  await withFolder(async (folder) => {
    const signer = await readSigner(signedOrder, nodeDisk, () => NOW);
    const snapshot = join(folder, 'snapshot');
    await build(SAMPLE, snapshot, { signer });
    const path = join(folder, 'out/archive.pwc2.tar');
    await writeArchiveFile(snapshot, path, effects);
    const reader = await readBundle(nodeDisk.stream(path)[Symbol.asyncIterator]());
    expect(reader.manifestBytes).toEqual(await readBytes(join(snapshot, 'snapshot.json')));
    let files = 0;
    for await (const file of reader.readFiles(() => false)) files += file.kind === 'read' ? 1 : 0;
    expect(reader.wholePacks()).toEqual(PACK_NAMES);
    const { sections } = parseManifest(await readBytes(join(snapshot, 'snapshot.json')));
    // Indexes, dictionaries and blocks, whichever volumes these lie in.
    const pieces = Object.values(sections).map(({ blocks, index, dictionary }) => {
      return blocks + (index === null ? 0 : 1) + (dictionary === undefined ? 0 : 1);
    });
    expect(files).toBe(pieces.reduce((sum, count) => sum + count, 0));
    expect(Object.keys(await readTree(join(folder, 'out')))).toEqual(['archive.pwc2.tar']);
  });
});

test('an archive file that cannot be written leaves the old one and no litter', async () => {
  await withFolder(async (folder) => {
    const snapshot = join(folder, 'snapshot');
    await build(SAMPLE, snapshot);
    const path = join(folder, 'out/archive.pwc2.tar');
    await mkdir(join(folder, 'out'));
    await writeFile(path, 'the old one');
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const stopped = writeArchiveFile(snapshot, path, { ...effects, signal: stop.signal });
    await expect(stopped).rejects.toThrow('enough');
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const disk = { ...nodeDisk, rename: () => Promise.reject(full) };
    const failed = writeArchiveFile(snapshot, path, { ...effects, disk });
    await expect(failed).rejects.toThrow(/no space left on the disk/);
    await expect(writeArchiveFile(snapshot, folder, effects)).rejects.toThrow(/is a folder/);
    expect(await readTree(join(folder, 'out'))).toEqual({
      'archive.pwc2.tar': Buffer.from('the old one').toString('base64'),
    });
  });
});
