import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { PaletteAccess } from '../../../../src/components/palette/palette-access.ts';
import { Palette } from '../../../../src/components/palette/palette.tsx';
import type { RecentSearches } from '../../../../src/db/recent-searches.ts';
import type { NameSuggestion, PaperSuggestions } from '../../../../src/worker/suggestion.ts';

const NAMES: readonly NameSuggestion[] = [
  {
    kind: 'board',
    slug: 'ic-on-imagenet',
    name: 'Image Classification on ImageNet',
    fit: 1,
    count: 951,
  },
  { kind: 'board', slug: 'is-on-coco', name: 'Image Segmentation on COCO', fit: 1, count: 12 },
  { kind: 'task', slug: 'image-classification', name: 'Image Classification', fit: 1, count: 9 },
];
const PAPERS: PaperSuggestions = {
  papers: [
    {
      slug: 'vit',
      title: 'An Image is Worth 16x16 Words',
      authors: ['A B'],
      date: null,
      fit: null,
    },
  ],
  authors: [{ name: 'Ima Ge', fit: 2 }],
  total: 40,
};

/** Recent searches in memory. */
function keepRecent(...texts: string[]): RecentSearches & { readonly texts: string[] } {
  return {
    texts,
    list: () => Promise.resolve([...texts]),
    async add(text) {
      texts.unshift(text);
    },
    async remove(text) {
      texts.splice(texts.indexOf(text), 1);
    },
    async clear() {
      texts.length = 0;
    },
  };
}

async function open(changes: Partial<PaletteAccess> = {}) {
  const onGo = vi.fn();
  const access: PaletteAccess = {
    siteUrl: 'https://example.org/',
    warm: () => undefined,
    suggestNames: ({ text }) =>
      Promise.resolve(NAMES.filter(({ name }) => name.toLowerCase().includes(text))),
    suggestPapers: ({ text }) =>
      Promise.resolve(text === 'image' ? PAPERS : { papers: [], authors: [], total: 0 }),
    findPaper: () => Promise.resolve(null),
    recentSearches: () => Promise.resolve(null),
    ...changes,
  };
  function Opener() {
    const [isOpen, setOpen] = useState(false);
    return (
      <main>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {isOpen && (
          <Palette access={access} initialText="" onGo={onGo} onClose={() => setOpen(false)} />
        )}
      </main>
    );
  }
  await render(<Opener />);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  return { onGo };
}

const chosen = () =>
  document.getElementById(
    document.querySelector('[role="combobox"]')?.getAttribute('aria-activedescendant') ?? '',
  )?.textContent;

test('what is typed is suggested in groups, and the keys go through all of it', async () => {
  const { onGo } = await open();
  await userEvent.keyboard('image');
  await expect.element(page.getByRole('option', { name: /^An Image is Worth/ })).toBeVisible();
  const groups = [...document.querySelectorAll('[role="group"]')].map((group) =>
    group.getAttribute('aria-label'),
  );
  expect(groups).toEqual(['Leaderboards', 'Tasks', 'Authors', 'Papers', 'Search']);

  expect(chosen()).toContain('ImageNet');
  await userEvent.keyboard('{ArrowDown}');
  expect(chosen()).toContain('COCO');
  await userEvent.keyboard('{PageDown}');
  expect(chosen()).toMatch(/^Image Classification9/);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(chosen()).toContain('Search all papers for “image”40 papers');
  await userEvent.keyboard('{Home}');
  expect(chosen()).toContain('ImageNet');
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(chosen()).toContain('ImageNet');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onGo.mock.calls).toEqual([['/sota/is-on-coco']]);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('what is typed quicker than it is answered is searched for', async () => {
  const { onGo } = await open({ suggestNames: () => new Promise(() => undefined) });
  await userEvent.keyboard('masked auto{Enter}');
  expect(onGo.mock.calls).toEqual([['/search?q=masked+auto']]);
});

test('escape closes it, and the focus is where it was', async () => {
  await open();
  await userEvent.keyboard('x{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
});

test('recent searches are there before something is typed, and can be forgotten', async () => {
  const recent = keepRecent('first', 'second', 'third');
  const { onGo } = await open({ recentSearches: () => Promise.resolve(recent) });
  await expect.element(page.getByRole('option', { name: 'second' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Shift>}{Delete}{/Shift}');
  await vi.waitFor(() => expect(recent.texts).toEqual(['first', 'third']));
  await expect.element(page.getByRole('option', { name: 'second' })).not.toBeInTheDocument();
  await userEvent.click(document.querySelector('[data-forget]')!);
  await vi.waitFor(() => expect(recent.texts).toEqual(['third']));
  await page.getByRole('button', { name: 'Clear recent searches' }).click();
  await vi.waitFor(() => expect(recent.texts).toEqual([]));
  await page.getByRole('combobox').fill('new one');
  await userEvent.keyboard('{Enter}');
  expect(onGo.mock.calls).toEqual([['/search?q=new+one']]);
  expect(recent.texts).toEqual(['new one']);
});

test('an id that the archive does not have is said to be missing; a failure says what is', async () => {
  await open({
    suggestPapers: () => Promise.reject(new Error('The pack Papers is not on this device.')),
  });
  await page.getByRole('combobox').fill('1706.03762');
  await expect.element(page.getByText('arXiv 1706.03762 is not in this archive.')).toBeVisible();
  await page.getByRole('combobox').fill('image');
  await expect.element(page.getByText('The pack Papers is not on this device.')).toBeVisible();
  expect(chosen()).toContain('ImageNet');
});
