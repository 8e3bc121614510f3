import { startTransition, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FilterBox } from '../../../../src/components/catalogue/filter-box.tsx';
import { useFilterText } from '../../../../src/components/catalogue/use-filter-text.ts';

/** A page whose address is a piece of state; `write` sees every change of it, which takes `delay` ms. */
function Filtered({
  write,
  delay = 0,
}: {
  readonly write: (text: string, isStep: boolean) => void;
  readonly delay?: number;
}) {
  const [address, setAddress] = useState('');
  const { text, setText, chooseText, query } = useFilterText(address, (next, isStep) => {
    write(next, isStep);
    if (delay === 0) setAddress(next);
    else setTimeout(() => startTransition(() => setAddress(next)), delay);
  });
  return (
    <>
      <FilterBox label="Filter" text={text} onChange={setText} />
      <output aria-label="Query">{query}</output>
      <output aria-label="Address">{address}</output>
      <button type="button" onClick={() => setAddress('from elsewhere')}>
        Back
      </button>
      <button type="button" onClick={() => setAddress('a')}>
        First
      </button>
      <button type="button" onClick={() => chooseText(`${text} has:code`)}>
        With code
      </button>
    </>
  );
}

/** A click that waits for nothing, as a quick hand's. */
const click = () => new MouseEvent('click', { bubbles: true });

test('filtering is at once, the address follows when the typing pauses', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} />);
  await page.getByLabelText('Filter').fill('few shot');
  await expect.element(page.getByLabelText('Query')).toHaveTextContent('few shot');
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('few shot');
  expect(write.mock.calls).toEqual([['few shot', false]]);
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

test('what is chosen while the address lags behind what was typed is not undone by it', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} delay={300} />);
  const filter = page.getByLabelText('Filter');
  await filter.fill('few');
  // Within the pause that the address waits for.
  page.getByRole('button', { name: 'With code' }).element().dispatchEvent(click());
  await expect.element(filter).toHaveValue('few has:code');
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('few has:code');
  await new Promise((resolve) => setTimeout(resolve, 600));
  await expect.element(filter).toHaveValue('few has:code');
  expect(write.mock.calls).toEqual([['few has:code', true]]);
});

test('an address that was overtaken on its way is from elsewhere when it comes back', async () => {
  const write = vi.fn();
  await render(<Filtered write={write} delay={300} />);
  const filter = page.getByLabelText('Filter');
  await filter.fill('a');
  await expect.poll(() => write.mock.calls.length).toBe(1);
  page.getByRole('button', { name: 'Back' }).element().dispatchEvent(click());
  await expect.element(filter).toHaveValue('from elsewhere');
  await expect.element(filter).toHaveValue('a');
  page.getByRole('button', { name: 'Back' }).element().dispatchEvent(click());
  await expect.element(filter).toHaveValue('from elsewhere');
  page.getByRole('button', { name: 'First' }).element().dispatchEvent(click());
  await expect.element(filter).toHaveValue('a');
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
