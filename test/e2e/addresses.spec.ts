import { expect, test } from '../support/e2e-fixtures.ts';

/** Paths of paperswithcode.com, and where they lead; a heading tells that it is the page. */
const OLD: readonly (readonly [path: string, heading: string | RegExp, becomes?: string])[] = [
  ['', /^The state of the art/],
  ['sota', 'State of the art'],
  ['tasks/', 'Tasks'],
  ['area/Computer-Vision', 'Computer Vision', 'area/computer-vision'],
  ['task/image-classification', 'Image Classification'],
  ['task/Image-Synthesis', 'Image Generation', 'task/image-generation'],
  ['sota/image-classification-on-imagenet', 'Image Classification on ImageNet'],
  [
    'SOTA/ImageClassification-on-ImageNet-1?tag=x',
    'Image Classification on ImageNet',
    'sota/image-classification-on-imagenet',
  ],
  ['papers?page=2', 'Latest papers', 'papers?page=2'],
  ['latest?page=2', 'Latest papers', 'papers?page=2'],
  ['paper/enhanced-ood-detection-through-cross-modal', /./],
  [
    'paper/Enhanced_OOD-Detection-through-cross-modal',
    /./,
    'paper/enhanced-ood-detection-through-cross-modal',
  ],
  ['datasets', 'Datasets'],
  ['dataset/ImageNet', 'ImageNet', 'dataset/imagenet'],
  ['methods', 'Methods'],
  ['methods/area/computer-vision', 'Computer Vision methods'],
  ['methods/category/vision-transformers', 'Vision Transformers'],
  ['method/resnet', 'ResNet'],
  ['author/kaiming-he', 'Kaiming He'],
  ['conference/cvpr-2022-1', 'CVPR 2022', 'conference/cvpr-2022'],
  ['search?q=attention', 'Search'],
  ['trends', 'Trends'],
  ['submit', 'Submit a result'],
  ['about', 'About'],
];

test('old addresses open when only the host is changed', async ({ site, launch }) => {
  test.slow();
  const page = await launch();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  for (const [path, heading, becomes] of OLD) {
    await page.goto(site.url + path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toHaveText(heading);
    if (becomes === undefined) continue;
    await expect
      .poll(() => page.url().replace(site.url, '').replace('?tag=x', ''), { message: path })
      .toBe(becomes);
  }
  expect(problems).toEqual([]);
});

test('advertisements are hidden, marked, and kept', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}methods?q=acme`);
  const advertisement = page.getByRole('link', { name: 'Acme Airways refund phone number' });
  await page.getByText('Show 1 advertisement').click();
  await expect(page).toHaveURL(/[?&]ads=true/);
  await advertisement.click();
  await expect(page.getByText(/^This looks like an advertisement/)).toContainText(
    'a telephone number, the wording of a call centre',
  );
  await page.goto(`${site.url}methods?q=acme`);
  await expect(page.getByText('Show 1 advertisement')).toBeVisible();
  await expect(advertisement).toBeHidden();
});

test('an address that has no page offers what it may mean', async ({ site, launch }) => {
  const page = await launch();
  await page.goto(`${site.url}sota/image-clasification-on-imagenet`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page
    .getByRole('region', { name: 'It may be one of these' })
    .getByRole('link', { name: 'image classification on imagenet', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Image Classification on ImageNet',
  );

  await page.goto(`${site.url}task/image-classification/codeless`);
  await expect(page.getByRole('link', { name: '/task/image-classification' })).toBeVisible();
  await page.getByRole('link', { name: 'Search for its words' }).click();
  await expect(page).toHaveURL(/search\?q=image/);
});
