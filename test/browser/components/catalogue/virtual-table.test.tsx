import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { VirtualTable } from '../../../../src/components/catalogue/virtual-table.tsx';

const ROWS = Array.from({ length: 15_008 }, (_, index) => `Row ${index}`);

function Table({ rows }: { readonly rows: readonly string[] }) {
  return (
    <>
      <div style={{ height: '300px' }}>Above</div>
      <VirtualTable
        rows={rows}
        rowKey={(row) => row}
        rowHeightPx={40}
        columns={[{ id: 'name', label: 'Name' }]}
        label="Rows"
        className=""
        renderCells={(row) => <th scope="row">{row}</th>}
      />
      <div>Below</div>
    </>
  );
}

const rendered = () => document.querySelectorAll('tbody tr:not(.virtual-spacer)').length;

test('15,008 rows put some fifty into the document and scroll with the page to the last', async () => {
  await render(<Table rows={ROWS} />);
  await expect.element(page.getByRole('rowheader', { name: 'Row 0', exact: true })).toBeVisible();
  expect(rendered()).toBeGreaterThan(10);
  expect(rendered()).toBeLessThan(60);
  expect(page.getByRole('table').element().getAttribute('aria-rowcount')).toBe('15009');

  scrollTo(0, document.documentElement.scrollHeight);
  await expect.element(page.getByRole('rowheader', { name: 'Row 15007' })).toBeVisible();
  expect(rendered()).toBeLessThan(60);
  scrollTo(0, 0);
  await expect.element(page.getByRole('rowheader', { name: 'Row 0', exact: true })).toBeVisible();
});

test('a list that becomes short is shown whole, without room left over', async () => {
  const screen = await render(<Table rows={ROWS} />);
  await screen.rerender(<Table rows={['One', 'Two']} />);
  await expect.poll(rendered).toBe(2);
  const table = page.getByRole('table').element().getBoundingClientRect();
  expect(table.height).toBeLessThan(200);
});
