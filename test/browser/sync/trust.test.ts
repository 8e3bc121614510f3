import { expect, test } from 'vitest';
import { createVerifier } from '../../../src/format/trust/verify-ed25519.ts';
import type { Trust } from '../../../src/format/trust/accept-manifest.ts';
import { MirrorsFailedError } from '../../../src/host/errors.ts';
import { SnapshotRefusedError } from '../../../src/format/trust/refusal.ts';
import { createTestSigner } from '../../support/signed-snapshot.ts';
import { hostIsGone, newDevice, papersSnapshot, tabOf } from '../../support/browser/install-lab.ts';
import { labArchive, type LabArchive } from '../../support/browser/lab-archive.ts';
import type { MadeSnapshot } from '../../support/make-snapshot.ts';

const signer = await createTestSigner(1);
const stranger = await createTestSigner(2, 'A Stranger');
const trust: Trust = {
  policy: { keys: [signer.key] },
  verify: createVerifier(crypto.subtle),
};

const JULY = '2025-07-28T00:00:00Z';
const AUGUST = '2025-08-28T00:00:00Z';

async function serve(lab: LabArchive | null, snapshot: MadeSnapshot, manifest: Uint8Array) {
  const files = { ...snapshot.files, 'snapshot.json': manifest };
  if (lab === null) return labArchive({ files });
  await lab.change({ files });
  return lab;
}

test('a snapshot signed by a known key is installed and says by whom', async () => {
  const snapshot = await papersSnapshot();
  const lab = await serve(null, snapshot, await signer.sign(snapshot, JULY));
  const { installer } = await tabOf(lab, newDevice(), { trust });
  await installer.install(['papers']);
  await installer.checkHost();
  const authenticity = { kind: 'verified', signed: { by: 'Test Archive', issued: JULY } };
  expect(installer.getState()).toMatchObject({
    device: { packs: ['papers'], authenticity },
    host: { kind: 'known', authenticity },
  });
});

const signed = await papersSnapshot();
test.each([
  ['unsigned', signed.manifestBytes],
  ['unknown-key', await stranger.sign(signed, JULY)],
  ['bad-signature', changeDate(await signer.sign(signed, JULY))],
] as const)(
  'a snapshot that is %s is refused, for pages and for installs',
  async (kind, manifest) => {
    const lab = await serve(null, signed, manifest);
    const { installer, storage, openArchive } = await tabOf(lab, newDevice(), { trust });
    await installer.install(['papers']);
    const { job } = installer.getState();
    expect(job.kind === 'failed' && job.error).toBeInstanceOf(SnapshotRefusedError);
    expect(job).toMatchObject({ error: { refusal: { kind } } });
    await installer.checkHost();
    expect(installer.getState().host).toMatchObject({
      kind: 'refused',
      error: { refusal: { kind } },
    });
    await expect(openArchive()).rejects.toMatchObject({ refusal: { kind } });
    expect((await storage.blocks.readHashes()).size).toBe(0);
  },
);

test('an older manifest that is played back is refused, and what the device has stays', async () => {
  const july = await papersSnapshot();
  const august = await papersSnapshot(' (revised)', '2025-08-28');
  const lab = await serve(null, august, await signer.sign(august, AUGUST));
  const device = newDevice();
  const { installer, openArchive } = await tabOf(lab, device, { trust });
  await installer.install(['papers']);
  const { snapshot } = installer.getState().device;

  await serve(lab, july, await signer.sign(july, JULY));
  await installer.update();
  const refusal = { kind: 'rollback', issued: JULY, latestIssued: AUGUST };
  expect(installer.getState().job).toMatchObject({ kind: 'failed', error: { refusal } });
  await installer.checkHost();
  expect(installer.getState().host).toMatchObject({ kind: 'refused', error: { refusal } });
  expect(installer.getState().device.snapshot).toBe(snapshot);
  expect((await (await openArchive()).archive.paper(39))?.title).toContain('revised');

  // Not even when everything was removed in between.
  await installer.remove(['papers']);
  await installer.install(['papers']);
  expect(installer.getState().job).toMatchObject({ kind: 'failed', error: { refusal } });
});

test('a person may go back to an older snapshot that is on the device', async () => {
  const july = await papersSnapshot();
  const august = await papersSnapshot(' (revised)', '2025-08-28');
  const lab = await serve(null, july, await signer.sign(july, JULY));
  const { installer } = await tabOf(lab, newDevice(), { trust });
  await installer.install(['papers']);
  const old = installer.getState().device.snapshot;
  await serve(lab, august, await signer.sign(august, AUGUST));
  await installer.update();
  await installer.rollBack();
  expect(installer.getState()).toMatchObject({ device: { snapshot: old }, job: { kind: 'idle' } });
});

test('what is installed is judged anew: an app with other keys does not read it', async () => {
  const snapshot = await papersSnapshot();
  const lab = await serve(null, snapshot, await stranger.sign(snapshot, JULY));
  const device = newDevice();
  const believing = { ...trust, policy: { keys: [stranger.key] } };
  const before = await tabOf(lab, device, { trust: believing });
  await before.installer.install(['papers']);
  before.close();
  await hostIsGone(lab);
  const { installer, openArchive } = await tabOf(lab, device, { trust });
  await installer.start();
  expect(installer.getState().device).toMatchObject({
    snapshot: null,
    problem: { refusal: { kind: 'unknown-key' } },
  });
  await expect(openArchive()).rejects.toThrow();
});

test('a refused mirror is left for one with an acceptable snapshot', async () => {
  const snapshot = await papersSnapshot();
  const forged = await serve(null, snapshot, await stranger.sign(snapshot, AUGUST));
  const good = await serve(null, snapshot, await signer.sign(snapshot, JULY));
  const tab = await tabOf(forged, newDevice(), { trust, addresses: [forged.url, good.url] });
  await tab.installer.install(['papers']);
  expect(tab.installer.getState().device.authenticity).toMatchObject({
    signed: { by: 'Test Archive' },
  });
  const none = await tabOf(forged, newDevice(), { trust, addresses: [forged.url, forged.url] });
  await none.installer.install(['papers']);
  const { job } = none.installer.getState();
  expect(job.kind === 'failed' && job.error).toBeInstanceOf(MirrorsFailedError);
});

function changeDate(manifest: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(manifest);
  return new TextEncoder().encode(text.replace('"2025-07-28"', '"2025-07-29"'));
}
