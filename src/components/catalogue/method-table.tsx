import { Link } from '@tanstack/react-router';
import type { MethodListing } from '../../format/records/method.ts';
import { formatCount } from '../format/numbers.ts';
import { VirtualTable, type TableColumn } from './virtual-table.tsx';
import './method-table.css';

const COLUMNS: readonly TableColumn[] = [
  { id: 'name', label: 'Method' },
  { id: 'collections', label: 'Collections' },
  { id: 'areas', label: 'Area' },
  { id: 'papers', label: 'Papers', isNumber: true },
];
const ROW_HEIGHT_PX = 59;

/** Methods, one a row, as many as there are. */
export function MethodTable({ methods }: { readonly methods: readonly MethodListing[] }) {
  return (
    <VirtualTable
      rows={methods}
      rowKey={(method) => method.slug}
      rowHeightPx={ROW_HEIGHT_PX}
      columns={COLUMNS}
      label="Methods"
      className="method-table"
      renderCells={(method) => <MethodCells method={method} />}
    />
  );
}

function MethodCells({ method }: { readonly method: MethodListing }) {
  const { slug, name, fullName, areas, collections, papers } = method;
  return (
    <>
      <th scope="row" data-column="name">
        <Link to="/method/$slug" params={{ slug }}>
          {name}
        </Link>
        {fullName !== undefined && fullName !== name && (
          <span className="virtual-table-note">{fullName}</span>
        )}
      </th>
      <td data-column="collections">{collections?.join(', ')}</td>
      <td data-column="areas">{areas?.join(', ')}</td>
      <td data-column="papers" data-kind="number" data-unit={papers === 1 ? 'paper' : 'papers'}>
        {papers === 0 ? '' : formatCount(papers)}
      </td>
    </>
  );
}
