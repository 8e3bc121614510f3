import { expect, test } from 'vitest';
import { describeStorage } from '../../../../src/components/offline/describe-storage.ts';
import type { StorageHealth } from '../../../../src/sync/installer-state.ts';

const HEALTHY: StorageHealth = {
  persistence: 'promised',
  privateWindow: 'unknown',
  usedBytes: 340_000_000,
  isFreeing: false,
  damage: { kind: 'none' },
};
const tones = (health: StorageHealth, hasData = true) =>
  describeStorage(health, hasData).map(({ tone }) => tone);

test('a healthy device says so, and what it uses', () => {
  expect(tones(HEALTHY)).toEqual(['good', 'plain']);
  expect(describeStorage(HEALTHY, true).at(-1)?.title).toBe('340 MB in use');
});

test('while room is being freed it says so', () => {
  const [note] = describeStorage({ ...HEALTHY, isFreeing: true }, false);
  expect(note).toMatchObject({ tone: 'plain', title: '340 MB in use' });
  expect(note?.detail).toMatch(/being freed/);
});

test('what is wrong comes first', () => {
  const damage = { kind: 'incomplete', packs: ['papers'], files: 2, bytes: 200_000 } as const;
  const notes = describeStorage({ ...HEALTHY, privateWindow: 'yes', damage }, true);
  expect(notes.map(({ tone }) => tone)).toEqual(['problem', 'attention', 'good', 'plain']);
  expect(notes[0]?.title).toBe('2 files went missing (200 kB)');
});

test('nothing is said of keeping where there is nothing to keep, or the browser does not say', () => {
  expect(tones(HEALTHY, false)).toEqual(['plain']);
  expect(tones({ ...HEALTHY, persistence: 'unknown' })).toEqual(['plain']);
  expect(tones({ ...HEALTHY, persistence: 'not-promised' })).toEqual(['attention', 'plain']);
});
