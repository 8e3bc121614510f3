import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { AddressAccess } from '../../../../src/components/search/resolve-address.ts';
import { useAddress } from '../../../../src/components/search/use-address.ts';
import type { Paper } from '../../../../src/format/records/paper.ts';

const ACCESS: AddressAccess = {
  siteUrl: 'https://example.org/',
  findPaper: (key) =>
    Promise.resolve(
      key === 'arxiv:1706.03762' ? ({ slug: 'attention', title: '' } as Paper) : null,
    ),
};

function Field({ onFollow }: { readonly onFollow: (path: string) => void }) {
  const [text, setText] = useState('');
  const { missing, follow } = useAddress(text, ACCESS, onFollow);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        follow(text);
      }}
    >
      <input aria-label="Text" value={text} onChange={(event) => setText(event.target.value)} />
      <output>{missing ?? 'nothing'}</output>
    </form>
  );
}

async function open() {
  const onFollow = vi.fn();
  await render(<Field onFollow={onFollow} />);
  return { onFollow, field: page.getByLabelText('Text') };
}

test('a pasted address is followed at once, one that is typed when its writer says so', async () => {
  const { onFollow, field } = await open();
  await field.click();
  await userEvent.keyboard('/task/image');
  await expect.element(field).toHaveValue('/task/image');
  expect(onFollow).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(onFollow.mock.calls).toEqual([['/task/image']]));
  await field.fill('https://paperswithcode.com/method/resnet');
  await vi.waitFor(() => expect(onFollow).toHaveBeenLastCalledWith('/method/resnet'));
});

test('an arXiv id is followed when its last digit is there; a missing one is told', async () => {
  const { onFollow, field } = await open();
  await field.click();
  await userEvent.keyboard('1706.0376');
  expect(onFollow).not.toHaveBeenCalled();
  await userEvent.keyboard('2');
  await vi.waitFor(() => expect(onFollow.mock.calls).toEqual([['/paper/attention']]));
  await field.fill('1706.00001');
  await expect.element(page.getByText('arxiv:1706.00001')).toBeVisible();
  await field.fill('1706.0000');
  await expect.element(page.getByText('nothing')).toBeVisible();
});
