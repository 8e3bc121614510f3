import { afterEach, describe, expect, test } from 'vitest';
import Dexie from 'dexie';
import { StorageFullError, namingStorageErrors } from '../../../src/db/errors.ts';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';
import type { BlockHash } from '../../../src/format/hash.ts';

const hash = (n: number) => n.toString(16).padStart(32, '0') as BlockHash;
const block = (n: number, bytes = Uint8Array.of(n, n, n)) => ({ hash: hash(n), bytes });
const manifest = new TextEncoder().encode('{}');

const opened: { storage: DeviceStorage; name: string }[] = [];
let count = 0;

async function open(name = `test-${Date.now()}-${count++}`): Promise<DeviceStorage> {
  const storage = await openStorage(name);
  opened.push({ storage, name });
  return storage;
}

afterEach(async () => {
  for (const { storage, name } of opened.splice(0)) {
    storage.close();
    await Dexie.delete(name);
  }
});

describe('blocks', () => {
  test('come back as they were stored, and only the bytes of a view are stored', async () => {
    const { blocks } = await open();
    const large = new Uint8Array(1000).fill(7);
    await blocks.putAll([block(1), { hash: hash(2), bytes: large.subarray(10, 13) }]);
    expect(await blocks.get(hash(1))).toEqual(Uint8Array.of(1, 1, 1));
    const view = await blocks.get(hash(2));
    expect(view).toEqual(Uint8Array.of(7, 7, 7));
    expect(view?.buffer.byteLength).toBe(3);
    expect(await blocks.get(hash(3))).toBeNull();
    expect(await blocks.readHashes()).toEqual(new Set([hash(1), hash(2)]));
  });

  test('are shared by two connections, and deleted by hash', async () => {
    const name = `shared-${Date.now()}`;
    const first = await open(name);
    const second = await openStorage(name);
    await first.blocks.putAll([block(1), block(2)]);
    await second.blocks.deleteAll([hash(1), hash(9)]);
    expect(await first.blocks.readHashes()).toEqual(new Set([hash(2)]));
    second.close();
  });
});

describe('what the device holds', () => {
  test('nothing, at first', async () => {
    const { device } = await open();
    expect(await device.read()).toEqual({
      state: { key: 'device', active: null, pending: null },
      active: null,
    });
  });

  test('the last browsed snapshot replaces the one before', async () => {
    const { device } = await open();
    await device.rememberBrowsed(hash(1), manifest);
    await device.rememberBrowsed(hash(2), manifest);
    expect((await device.read()).active).toMatchObject({ id: hash(2), packs: [] });
    expect(await device.readSnapshot(hash(1))).toBeNull();
  });

  test('browsing never takes the place of what is installed', async () => {
    const { device } = await open();
    await device.begin(hash(1), manifest, ['boards']);
    await device.activate(hash(1), ['boards']);
    await device.rememberBrowsed(hash(2), manifest);
    expect((await device.read()).active).toMatchObject({ id: hash(1), packs: ['boards'] });
  });

  test('a pending install leaves the active snapshot as it is until it is activated', async () => {
    const { device } = await open();
    await device.begin(hash(1), manifest, ['boards']);
    await device.activate(hash(1), ['boards']);
    await device.begin(hash(2), manifest, ['boards', 'papers']);
    const { state, active } = await device.read();
    expect(active?.id).toBe(hash(1));
    expect(state.pending).toEqual({ snapshot: hash(2), packs: ['boards', 'papers'] });
    await device.activate(hash(2), ['boards', 'papers']);
    await device.forgetInactive();
    expect(await device.readSnapshot(hash(1))).toBeNull();
    expect((await device.read()).state).toEqual({ key: 'device', active: hash(2), pending: null });
  });

  test('a snapshot that is not there cannot be activated, and nothing changes', async () => {
    const { device } = await open();
    await expect(device.activate(hash(5), ['boards'])).rejects.toThrow('not on the device');
    expect((await device.read()).state.active).toBeNull();
  });

  test('clearing leaves nothing', async () => {
    const { blocks, device } = await open();
    await blocks.putAll([block(1)]);
    await device.begin(hash(1), manifest, ['boards']);
    await device.clear();
    expect((await blocks.readHashes()).size).toBe(0);
    expect((await device.read()).state).toEqual({ key: 'device', active: null, pending: null });
  });
});

describe('failures have names', () => {
  test('a full disk, however deep the browser and the library wrap it', async () => {
    const quota = new DOMException('full', 'QuotaExceededError');
    const wrapped = new Error('transaction failed', {
      cause: new Error('abort', { cause: quota }),
    });
    for (const error of [quota, wrapped]) {
      await expect(namingStorageErrors(() => Promise.reject(error))).rejects.toBeInstanceOf(
        StorageFullError,
      );
    }
    const other = new Error('other');
    await expect(namingStorageErrors(() => Promise.reject(other))).rejects.toBe(other);
  });
});
