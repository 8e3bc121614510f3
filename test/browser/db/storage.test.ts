import { afterEach, describe, expect, test } from 'vitest';
import Dexie from 'dexie';
import { EMPTY_STATE } from '../../../src/db/device-state.ts';
import { StorageFullError, namingStorageErrors } from '../../../src/db/errors.ts';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';
import type { BlockHash } from '../../../src/format/hash.ts';

const hash = (n: number) => n.toString(16).padStart(32, '0') as BlockHash;
const block = (n: number, bytes = Uint8Array.of(n, n, n)) => ({ hash: hash(n), bytes });
const bytes = new TextEncoder().encode('{}');
const manifest = (n: number, issued: string | null = null) => ({ id: hash(n), bytes, issued });

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
      state: EMPTY_STATE,
      active: null,
      previous: null,
    });
  });

  test('the last browsed snapshot replaces the one before', async () => {
    const { device } = await open();
    await device.rememberBrowsed(manifest(1));
    await device.rememberBrowsed(manifest(2));
    expect((await device.read()).active).toMatchObject({ id: hash(2), packs: [] });
    await device.forgetSnapshots([hash(1), hash(2)]);
    expect(await device.readSnapshot(hash(1))).toBeNull();
    expect(await device.readSnapshot(hash(2))).not.toBeNull();
  });

  test('browsing never takes the place of what is installed', async () => {
    const { device } = await open();
    await device.begin(manifest(1), ['boards']);
    await device.activate(hash(1), ['boards']);
    await device.rememberBrowsed(manifest(2));
    expect((await device.read()).active).toMatchObject({ id: hash(1), packs: ['boards'] });
  });

  test('a pending install leaves the active snapshot as it is until it is activated', async () => {
    const { device } = await open();
    await device.begin(manifest(1), ['boards']);
    await device.activate(hash(1), ['boards']);
    await device.begin(manifest(2), ['boards', 'papers']);
    const { state, active } = await device.read();
    expect(active?.id).toBe(hash(1));
    expect(state.pending).toEqual({
      snapshot: hash(2),
      packs: ['boards', 'papers'],
      hold: null,
    });
    await device.activate(hash(2), ['boards']);
    expect((await device.read()).state.pending?.packs).toEqual(['boards', 'papers']);
    await device.activate(hash(2), ['boards', 'papers']);
    expect((await device.read()).state).toEqual({
      ...EMPTY_STATE,
      active: hash(2),
      previous: hash(1),
    });
  });

  test('a snapshot that is not there cannot be activated, and nothing changes', async () => {
    const { device } = await open();
    await expect(device.activate(hash(5), ['boards'])).rejects.toThrow('not on the device');
    expect((await device.read()).state.active).toBeNull();
  });

  test('the previous snapshot can be gone back to, and forth again', async () => {
    const { device } = await open();
    expect(await device.rollBack()).toBe(false);
    for (const n of [1, 2]) {
      await device.begin(manifest(n), ['boards']);
      await device.activate(hash(n), ['boards']);
    }
    expect((await device.read()).previous).toMatchObject({ id: hash(1), packs: ['boards'] });
    expect(await device.rollBack()).toBe(true);
    expect((await device.read()).state).toMatchObject({ active: hash(1), previous: hash(2) });
    await device.forgetPrevious();
    await device.forgetSnapshots([hash(1), hash(2)]);
    expect((await device.readSnapshots()).map(({ id }) => id)).toEqual([hash(1)]);
  });

  test('what is pending keeps why it is not gone on with, and shrinks with what is kept', async () => {
    const { device } = await open();
    await device.hold({ kind: 'paused' });
    expect((await device.read()).state.pending).toBeNull();
    await device.begin(manifest(1), ['boards', 'papers']);
    await device.hold({ kind: 'failed', message: 'no' });
    expect((await device.read()).state.pending?.hold).toEqual({ kind: 'failed', message: 'no' });
    await device.keepPacks(['papers', 'abstracts']);
    expect((await device.read()).state.pending?.packs).toEqual(['papers']);
    await device.keepPacks([]);
    expect((await device.read()).state.pending).toBeNull();
  });

  test('what was verified last only grows, and outlives the data', async () => {
    const { device } = await open();
    await device.begin(manifest(1, '2025-07-28T00:00:00Z'), ['boards']);
    await device.rememberBrowsed(manifest(2, '2025-06-01T00:00:00Z'));
    await device.forgetAll();
    expect((await device.read()).state.latestIssued).toBe('2025-07-28T00:00:00Z');
  });

  test('a record of an older app is completed, one that is damaged counts as none', async () => {
    const name = `older-${Date.now()}`;
    const { device } = await open(name);
    const raw = new Dexie(name);
    await raw.open();
    await raw.table('state').put({
      key: 'device',
      active: hash(1),
      pending: { snapshot: hash(2), packs: ['boards'] },
    });
    expect((await device.read()).state).toEqual({
      ...EMPTY_STATE,
      active: hash(1),
      pending: { snapshot: hash(2), packs: ['boards'], hold: null },
    });
    await raw.table('state').put({ key: 'device', active: 7 });
    expect((await device.read()).state).toEqual(EMPTY_STATE);
    raw.close();
  });

  test('forgetting all leaves nothing but blocks, which nothing names then', async () => {
    const { blocks, device } = await open();
    await blocks.putAll([block(1)]);
    await device.begin(manifest(1), ['boards']);
    await device.forgetAll();
    expect((await blocks.readHashes()).size).toBe(1);
    expect(await device.readSnapshots()).toEqual([]);
    expect((await device.read()).state).toEqual(EMPTY_STATE);
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
