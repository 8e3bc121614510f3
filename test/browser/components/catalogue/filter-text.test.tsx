import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FilterBox } from '../../../../src/components/catalogue/filter-box.tsx';
import { useFilterText } from '../../../../src/components/catalogue/use-filter-text.ts';

/** A page whose address is a piece of state; `write` sees every change of it. */
function Filtered({ write }: { readonly write: (text: string) => void }) {
  const [address, setAddress] = useState('');
  const { text, setText, query } = useFilterText(address, (next) => {
    write(next);
    setAddress(next);
  });
  return (
    <>
      <FilterBox label="Filter" text={text} onChange={setText} />
      <output aria-label="Query">{query}</output>
      <output aria-label="Address">{address}</output>
      <button type="button" onClick={() => setAddress('from elsewhere')}>
        Back
      </button>
    </>
  );
}

test('filtering is at once, the address follows when the typing pauses', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} />);
  await page.getByLabelText('Filter').fill('few shot');
  await expect.element(page.getByLabelText('Query')).toHaveTextContent('few shot');
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('few shot');
  expect(write.mock.calls).toEqual([['few shot']]);
});

test('the address leads when it changes from elsewhere', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} />);
  await userEvent.type(page.getByLabelText('Filter'), 'a');
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('a');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(page.getByLabelText('Filter')).toHaveValue('from elsewhere');
  await expect.element(page.getByLabelText('Query')).toHaveTextContent('from elsewhere');
  await userEvent.clear(page.getByLabelText('Filter'));
  await expect.poll(() => write.mock.lastCall?.[0] as string).toBe('');
});

test('blanks alone are nothing to look for', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} />);
  await userEvent.type(page.getByLabelText('Filter'), '   ');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(write).not.toHaveBeenCalled();
});

test('whoever goes to another page while the address lags behind arrives there', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} />);
  const { href } = location;
  await userEvent.type(page.getByLabelText('Filter'), 'a');
  history.pushState(null, '', '/elsewhere');
  try {
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(write).not.toHaveBeenCalled();
  } finally {
    history.replaceState(null, '', href);
  }
});
