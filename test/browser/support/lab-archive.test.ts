import { expect, test } from 'vitest';
import { labArchive } from '../../support/browser/lab-archive.ts';

test('a lab serves the files of its test, and counts the requests', async () => {
  const archive = await labArchive({ files: { 'blocks/a.bin': Uint8Array.of(1, 2, 3) } });
  const response = await fetch(`${archive.url}blocks/a.bin`);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  expect((await fetch(`${archive.url}snapshot.json`)).status).toBe(404);
  expect(await archive.requests()).toEqual([
    { path: 'blocks/a.bin', status: 200 },
    { path: 'snapshot.json', status: 404 },
  ]);
});

test('a fault begins and ends when it is meant to', async () => {
  const archive = await labArchive({
    files: { 'a.bin': 'aaa' },
    faults: [{ path: 'a.bin', skip: 1, times: 1, kind: 'status', status: 503 }],
  });
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn += 1)
    statuses.push((await fetch(`${archive.url}a.bin`)).status);
  expect(statuses).toEqual([200, 503, 200]);
});

test('what the host holds can change under the same address', async () => {
  const archive = await labArchive({ files: { 'a.bin': 'old' } });
  await archive.change({
    files: { 'a.bin': 'new' },
    faults: [{ path: 'a.bin', kind: 'flip-byte' }],
  });
  const text = await (await fetch(`${archive.url}a.bin`)).text();
  expect(text).not.toBe('new');
  expect(text).toHaveLength(3);
});

test('a stalled answer ends when the reader gives up', async () => {
  const archive = await labArchive({
    files: { 'a.bin': 'aaaa' },
    faults: [{ path: '', kind: 'stall' }],
  });
  const reading = fetch(`${archive.url}a.bin`, { signal: AbortSignal.timeout(300) }).then(
    (response) => response.text(),
  );
  await expect(reading).rejects.toThrow(/abort|timed out/i);
});
