import { onTestFinished, expect, test } from 'vitest';
import { SelfTestError } from '../../../src/archive/errors.ts';
import { testInWorker } from '../../../src/archive/test-in-worker.ts';
import { PACK_NAMES } from '../../../src/format/manifest.ts';
import { acceptAny } from '../../support/accept-any.ts';
import { labWith, papersSnapshot, tabOf } from '../../support/browser/install-lab.ts';

/** The app's own: its worker reads no other. */
const DEVICE = 'papers-with-code-2';

const createWorker = () =>
  new Worker(new URL('../../../src/app/test-worker.ts', import.meta.url), { type: 'module' });

test('a worker tries what is on the device; what it finds wrong arrives with its class', async () => {
  const snapshot = await papersSnapshot();
  const { installer, storage, close } = await tabOf(await labWith(snapshot), DEVICE);
  onTestFinished(async () => {
    await storage.device.forgetAll();
    await storage.blocks.deleteAll([...(await storage.blocks.readHashes())]);
    close();
  });
  await installer.install(PACK_NAMES);
  const request = { accepted: await acceptAny(snapshot.manifestBytes), packs: PACK_NAMES };
  await testInWorker(createWorker(), request);

  await storage.blocks.deleteAll(snapshot.blocks.papers.map(({ hash }) => hash));
  const refusal = testInWorker(createWorker(), request);
  await expect(refusal).rejects.toBeInstanceOf(SelfTestError);
  await expect(refusal).rejects.toMatchObject({ what: 'the pack "papers"' });
});

test('a worker that cannot run is an error, not silence', async () => {
  const accepted = await acceptAny((await papersSnapshot()).manifestBytes);
  const broken = new Worker(URL.createObjectURL(new Blob(['throw new Error("no")'])));
  await expect(testInWorker(broken, { accepted, packs: PACK_NAMES })).rejects.toThrow(
    /could not run/,
  );
});
