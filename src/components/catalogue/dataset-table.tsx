import { Link } from '@tanstack/react-router';
import type { DatasetListing } from '../../format/records/dataset.ts';
import { formatCount } from '../format/numbers.ts';
import { VirtualTable, type TableColumn } from './virtual-table.tsx';
import './dataset-table.css';

const COLUMNS: readonly TableColumn[] = [
  { id: 'name', label: 'Dataset' },
  { id: 'modalities', label: 'Modalities' },
  { id: 'year', label: 'Introduced', isNumber: true },
  { id: 'papers', label: 'Papers', isNumber: true },
  { id: 'boards', label: 'Leaderboards', isNumber: true },
];
const ROW_HEIGHT_PX = 59;

/** Datasets, one a row, as many as there are. */
export function DatasetTable({ datasets }: { readonly datasets: readonly DatasetListing[] }) {
  return (
    <VirtualTable
      rows={datasets}
      rowKey={(dataset) => dataset.slug}
      rowHeightPx={ROW_HEIGHT_PX}
      columns={COLUMNS}
      label="Datasets"
      className="dataset-table"
      renderCells={(dataset) => <DatasetCells dataset={dataset} />}
    />
  );
}

function DatasetCells({ dataset }: { readonly dataset: DatasetListing }) {
  const { slug, name, fullName, modalities, introduced, papers, boards } = dataset;
  return (
    <>
      <th scope="row" data-column="name">
        <Link to="/dataset/$slug" params={{ slug }}>
          {name}
        </Link>
        {fullName !== undefined && fullName !== name && (
          <span className="virtual-table-note">{fullName}</span>
        )}
      </th>
      <td data-column="modalities">{modalities?.join(', ')}</td>
      <td data-column="year" data-kind="number">
        {introduced?.slice(0, 4)}
      </td>
      <td data-column="papers" data-kind="number" data-unit={papers === 1 ? 'paper' : 'papers'}>
        {papers === 0 ? '' : formatCount(papers)}
      </td>
      <td
        data-column="boards"
        data-kind="number"
        data-unit={boards === 1 ? 'leaderboard' : 'leaderboards'}
      >
        {boards === 0 ? '' : formatCount(boards)}
      </td>
    </>
  );
}
