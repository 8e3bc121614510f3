import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { chooseColumns } from '../../../../src/components/leaderboard/board-columns.ts';
import { BoardData } from '../../../../src/components/leaderboard/board-data.ts';
import { BoardTable } from '../../../../src/components/leaderboard/board-table.tsx';
import { PLAIN_VIEW } from '../../../../src/components/leaderboard/board-view.ts';
import { selectRows } from '../../../../src/components/leaderboard/select-rows.ts';
import { makeBoard, makeMetric } from '../../../support/make-board.ts';

const ROWS = 600;
const data = new BoardData(
  makeBoard(
    [makeMetric('Accuracy')],
    Array.from({ length: ROWS }, (_, place) => ({
      model: `${place % 6 === 0 ? 'Former' : 'Net'} ${place}`,
      values: [String(ROWS - place)],
    })),
  ),
);

/** The table of a search in the rows, in a window of its own height. */
function Searched({ query }: { readonly query: string }) {
  const selection = selectRows(data, { ...PLAIN_VIEW, query });
  const { shown, pinned } = chooseColumns(data.columns(), { columns: null, pinned: null }, false);
  return (
    <BoardTable
      data={data}
      selection={selection}
      columns={shown}
      pinnedCount={pinned}
      rankingMetric={0}
      directions={['higher']}
      sort={[]}
      selected={new Set()}
      onSort={() => undefined}
      onSelect={() => undefined}
    />
  );
}

const countRows = () => document.querySelectorAll('.board-table [scope="row"]').length;

test('a filter that leaves some of many rows draws no more of them than before', async () => {
  const { rerender } = await render(<Searched query="" />);
  await expect.poll(countRows).toBeGreaterThan(0);
  await rerender(<Searched query="former" />);
  await expect.element(page.getByText('Former 6', { exact: true })).toBeInTheDocument();
  expect(countRows()).toBeLessThan(60);
  await rerender(<Searched query="former 54" />);
  await expect.poll(countRows).toBe(6);
  await rerender(<Searched query="nothing" />);
  await expect.poll(countRows).toBe(0);
  await rerender(<Searched query="" />);
  await expect.element(page.getByText('Net 1', { exact: true })).toBeInTheDocument();
});

test('on paper stand all rows', async () => {
  await render(<Searched query="" />);
  await expect.poll(countRows).toBeGreaterThan(0);
  dispatchEvent(new Event('beforeprint'));
  expect(countRows()).toBe(ROWS);
  dispatchEvent(new Event('afterprint'));
  await expect.poll(countRows).toBeLessThan(60);
});
