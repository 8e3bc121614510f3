import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { StorageUnavailableError } from '../../../src/db/errors.ts';
import { openBlocks } from '../../../src/db/open-blocks.ts';
import { openStorage } from '../../../src/db/open-storage.ts';
import type { BlockHash } from '../../../src/format/hash.ts';

const hash = (n: number) => n.toString(16).padStart(32, '0') as BlockHash;
const block = (n: number) => ({ hash: hash(n), bytes: Uint8Array.of(n, n, n) });
let count = 0;

function newName(): string {
  const name = `blocks-${Date.now()}-${count++}`;
  onTestFinished(() => Dexie.delete(name));
  return name;
}

test('blocks opened alone make the database that Dexie goes on with', async () => {
  const name = newName();
  const blocks = await openBlocks(name);
  await blocks.putAll([block(1)]);
  const storage = await openStorage(name);
  expect(await storage.blocks.get(hash(1))).toEqual(block(1).bytes);
  await storage.device.begin({ id: hash(2), bytes: Uint8Array.of(1), issued: null }, ['boards']);
  await storage.blocks.putAll([block(3)]);
  expect(await blocks.readHashes()).toEqual(new Set([hash(1), hash(3)]));
  storage.close();
});

test('a database that is deleted under them is made again', async () => {
  const name = newName();
  const blocks = await openBlocks(name);
  await blocks.putAll([block(1)]);
  await Dexie.delete(name);
  expect(await blocks.get(hash(1))).toBeNull();
  await blocks.putAll([block(2)]);
  expect(await blocks.get(hash(2))).toEqual(block(2).bytes);
});

test('the hashes of many blocks are read in slices, with pauses between them', async () => {
  const blocks = await openBlocks(newName());
  const many = Array.from({ length: 600 }, (_, n) => block(n * 7));
  await blocks.putAll(many);
  let pauses = 0;
  const hashes = await blocks.readHashes(async () => {
    pauses += 1;
    // Whoever reads meanwhile is answered.
    expect(await blocks.get(hash(7))).not.toBeNull();
  });
  expect(hashes).toEqual(new Set(many.map((one) => one.hash)));
  expect(pauses).toBe(2);
});

test('of several blocks none is stored when one cannot be', async () => {
  const blocks = await openBlocks(newName());
  const noKey = { hash: true as unknown as BlockHash, bytes: Uint8Array.of(1) };
  await expect(blocks.putAll([block(1), noKey])).rejects.toThrow('key');
  expect(await blocks.readHashes()).toEqual(new Set());
  await blocks.putAll([block(1)]);
  expect(await blocks.readHashes()).toEqual(new Set([hash(1)]));
});

test.each([5, 20])('a database of version %i is refused and left as it is', async (version) => {
  const name = newName();
  const other = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('own'));
    request.addEventListener('success', () => resolve(request.result));
  });
  other.close();
  await expect(openBlocks(name)).rejects.toBeInstanceOf(StorageUnavailableError);
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  expect(found?.version).toBe(version);
});
