import { expect, test } from '../support/e2e-fixtures.ts';
import { installEverything, waitForServiceWorker } from '../support/e2e-steps.ts';

test.describe('under a sub-path on a host that knows no rewriting', () => {
  test.use({ siteOptions: { base: '/papers/of/all/', rewrite: false } });

  test('deep links, links and offline use work', async ({ site, launch }) => {
    const page = await launch();
    await page.goto(`${site.url}sota/image-classification-on-imagenet?sort=model&order=desc`);
    await expect(page.getByRole('columnheader', { name: 'Model' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await page.getByRole('link', { name: 'Image Classification' }).first().click();
    await expect(page).toHaveURL(`${site.url}task/image-classification`);
    await page.goto(`${site.url}offline`);
    await waitForServiceWorker(page);
    await installEverything(page);
    await site.stop();
    await page.goto(`${site.url}paper/enhanced-ood-detection-through-cross-modal`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Enhanced OoD');
    const outside = site.requests.filter(({ path }) => !path.startsWith('/papers/of/all/'));
    expect(outside).toEqual([]);
  });
});

test('the app can be installed: manifest, icons, worker', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(site.url);
  await waitForServiceWorker(page);
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
});

test('nothing is asked of anyone but the site', async ({ site, launch }) => {
  const page = await launch();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  for (const path of ['', 'datasets', 'dataset/imagenet', 'method/resnet', 'papers']) {
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(foreign).toEqual([]);
});

test('the content policy bites: no inline script, no foreign address', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}about`);
  const outcome = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.owned = "script"';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.documentElement.dataset.owned = "handler"');
    document.body.append(button);
    button.click();
    const image = document.createElement('img');
    image.src = 'https://tracker.invalid/pixel.png';
    document.body.append(image);
    await fetch('https://tracker.invalid/').catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    return { owned: document.documentElement.dataset['owned'], refused };
  });
  expect(outcome.owned).toBeUndefined();
  expect(outcome.refused).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'img-src', 'connect-src']),
  );
});
