import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { openStorage, type DeviceStorage } from '../../../src/db/open-storage.ts';

const NAME = 'test-recent-searches';
let storage: DeviceStorage;

afterEach(async () => {
  storage.close();
  await Dexie.delete(NAME);
});

test('searches are kept latest first, each once, and no beginnings of the last one', async () => {
  storage = await openStorage(NAME);
  const { recentSearches } = storage;
  for (const text of [
    'first',
    ' Masked ',
    'masked auto',
    'masked  autoencoders',
    'FIRST',
    '',
    'x'.repeat(500),
  ]) {
    await recentSearches.add(text);
  }
  expect(await recentSearches.list()).toEqual(['FIRST', 'masked autoencoders']);
  for (let n = 0; n < 30; n++) await recentSearches.add(`search number ${n}.`);
  expect(await recentSearches.list()).toHaveLength(20);
});

test('they outlive packs, and go singly or all together', async () => {
  storage = await openStorage(NAME);
  await storage.recentSearches.add('one');
  await storage.recentSearches.add('two');
  await storage.device.forgetAll();
  expect(await storage.recentSearches.list()).toEqual(['two', 'one']);
  await storage.recentSearches.remove('two');
  expect(await storage.recentSearches.list()).toEqual(['one']);
  await storage.recentSearches.clear();
  expect(await storage.recentSearches.list()).toEqual([]);
});
