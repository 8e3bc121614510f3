import { useMemo, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { BoardData } from '../../../../src/components/leaderboard/board-data.ts';
import type { BoardSearch } from '../../../../src/components/leaderboard/board-search.ts';
import { useBoardView } from '../../../../src/components/leaderboard/use-board-view.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const board = makeBoard(
  [makeMetric('Accuracy'), makeMetric('Loss', 'lower')],
  [{ values: ['1', '2'] }],
);

/** A board whose address is a piece of state; `write` sees every change of it. */
function Viewed({ write }: { readonly write: (search: BoardSearch, shown: string) => void }) {
  const data = useMemo(() => new BoardData(board), []);
  const [address, setAddress] = useState<BoardSearch>({});
  const { view, problems, change } = useBoardView(data, address, (next) => {
    write(next, document.querySelector('output')?.textContent ?? '');
    setAddress(next);
  });
  return (
    <>
      <output aria-label="View">{`${view.metric} ${view.query} ${view.group}`}</output>
      <output aria-label="Address">{new URLSearchParams({ ...address }).toString()}</output>
      <output aria-label="Problems">{problems.join(' ')}</output>
      <button
        type="button"
        onClick={() => {
          change({ metric: 1 });
          change(({ query }) => ({ query: `${query}net` }));
        }}
      >
        Change
      </button>
      <button type="button" onClick={() => setAddress({ group: 'year', metric: 'None' })}>
        Back
      </button>
    </>
  );
}

test('a change shows at once; the address follows, once for several, when it is on the screen', async () => {
  const write = vi.fn<(search: BoardSearch, shown: string) => void>();
  await render(<Viewed write={write} />);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('metric=Loss&q=net');
  expect(write.mock.calls).toEqual([[{ metric: 'Loss', q: 'net' }, '1 net none']]);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('metric=Loss&q=netnet');
  await expect.element(page.getByLabelText('View')).toHaveTextContent('1 netnet none');
});

test('an address from elsewhere wins over what was changed', async () => {
  await render(<Viewed write={() => undefined} />);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect.element(page.getByLabelText('Address')).toHaveTextContent('q=net');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(page.getByLabelText('View')).toHaveTextContent('0 year');
  await expect.element(page.getByLabelText('Problems')).toHaveTextContent('“None” is no metric');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect
    .element(page.getByLabelText('Address'))
    .toHaveTextContent('metric=Loss&q=net&group=year');
});
