import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureApp, ensureSampleSnapshot } from '../../scripts/project.mjs';
import { parseManifest } from '../../src/format/manifest.ts';
import { expect, test } from '../support/e2e-fixtures.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';
import { createTestSigner, type TestSigner } from '../support/signed-snapshot.ts';

const BOARD = 'sota/image-classification-on-imagenet';

let publisher: TestSigner;
let app: string;
let folder: string;

test.beforeAll(async () => {
  publisher = await createTestSigner(1, 'The Publisher');
  app = await ensureApp('/', publisher.key);
  folder = await mkdtemp(join(tmpdir(), 'pwc2-trust-'));
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The sample's snapshot with a manifest made of its own. */
async function snapshotWith(
  name: string,
  make: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  const copy = join(folder, name);
  await cp(await ensureSampleSnapshot(), copy, { recursive: true });
  const path = join(copy, 'snapshot.json');
  await writeFile(path, await make(new Uint8Array(await readFile(path))));
  return copy;
}

const signedBy = (signer: TestSigner, issued: string) => (bytes: Uint8Array<ArrayBuffer>) =>
  signer.sign({ manifest: parseManifest(bytes) }, issued);

test('an app with a key shows what its publisher signed, and refuses all else in words', async ({
  site,
  launch,
}) => {
  const now = '2025-08-02T00:00:00Z';
  const stranger = await createTestSigner(2, 'Somebody');
  const good = await snapshotWith('good', signedBy(publisher, now));
  const changed = await snapshotWith('changed', async (bytes) => {
    const signed = await signedBy(publisher, now)(bytes);
    return new TextEncoder().encode(
      new TextDecoder().decode(signed).replace('"rows":', '"rows":1'),
    );
  });
  const strange = await snapshotWith('strange', signedBy(stranger, now));
  const refused = [
    [await ensureSampleSnapshot(), 'is not signed'],
    [strange, stranger.key],
    [changed, 'its signature does not fit'],
  ] as const;

  const page = await launch();
  for (const [archive, words] of refused) {
    await site.stop();
    await site.start({ dist: app, archive });
    await page.goto(site.url + BOARD);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This archive was refused');
    await expect(page.getByRole('main')).toContainText(words);
  }

  await site.stop();
  await site.start({ dist: app, archive: good });
  await page.goto(site.url + BOARD);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ImageNet');
});

test('what is installed stays when the host brings an older snapshot', async ({ site, launch }) => {
  await site.stop();
  await site.start({
    dist: app,
    archive: await snapshotWith('newer', signedBy(publisher, '2025-09-01T00:00:00Z')),
  });
  const page = await launch();
  await page.goto(`${site.url}offline`);
  await waitForServiceWorker(page);
  await installEverything(page);
  await expect(page.getByRole('main')).toContainText('The Publisher');

  await site.stop();
  await site.start({
    archive: await snapshotWith('older', signedBy(publisher, '2025-08-01T00:00:00Z')),
  });
  await page.reload();
  await expect(page.getByRole('main')).toContainText('2025-08-01T00:00:00Z');
  await expect(page.getByRole('main')).toContainText('takes none that is older');
  await page.goto(site.url + BOARD);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ImageNet');
});
