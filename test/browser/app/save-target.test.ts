import { afterEach, expect, test } from 'vitest';
import { canStreamToDisk, openSaveTarget } from '../../../src/app/save-target.ts';

/**
 * The browser's dialogue cannot be answered by a test. What it returns can be: a handle to a real file,
 * here one of the site's private files.
 */
const picked: unknown[] = [];
const own = Object.getOwnPropertyDescriptor(window, 'showSaveFilePicker');

async function pick(name: string): Promise<FileSystemFileHandle> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  Object.defineProperty(window, 'showSaveFilePicker', {
    configurable: true,
    value: (options: unknown) => {
      picked.push(options);
      return Promise.resolve(handle);
    },
  });
  return handle;
}

afterEach(() => {
  picked.length = 0;
  Reflect.deleteProperty(window, 'showSaveFilePicker');
  if (own !== undefined) Object.defineProperty(window, 'showSaveFilePicker', own);
});

test('the file that the person chose holds what was written, once it is closed', async () => {
  const handle = await pick('chosen.tar');
  expect(canStreamToDisk()).toBe(true);
  const target = await openSaveTarget('archive.pwc2.tar');
  expect(picked).toMatchObject([{ suggestedName: 'archive.pwc2.tar' }]);
  await target.write(new Uint8Array([1, 2, 3]));
  await target.write(new Uint8Array([4]));
  expect((await handle.getFile()).size).toBe(0);
  await target.close();
  expect([...new Uint8Array(await (await handle.getFile()).arrayBuffer())]).toEqual([1, 2, 3, 4]);
});

test('what is thrown away leaves the chosen file as it was', async () => {
  const handle = await pick('kept.tar');
  const before = await handle.createWritable();
  await before.write('before');
  await before.close();
  const target = await openSaveTarget('archive.pwc2.tar');
  await target.write(new Uint8Array([1]));
  await target.discard();
  expect(await (await handle.getFile()).text()).toBe('before');
});

test('a dialogue that is closed without a choice is a cancelled save', async () => {
  Object.defineProperty(window, 'showSaveFilePicker', {
    configurable: true,
    value: () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError')),
  });
  await expect(openSaveTarget('archive.pwc2.tar')).rejects.toMatchObject({ name: 'AbortError' });
});
