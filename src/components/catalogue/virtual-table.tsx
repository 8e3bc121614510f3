import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import './virtual-table.css';

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly isNumber?: boolean;
}

/**
 * A table as long as its list, of which only the rows near the screen are in the document. It scrolls
 * with the page; rows may have any height.
 */
export function VirtualTable<T>({
  rows,
  rowKey,
  rowHeightPx,
  columns,
  label,
  className,
  renderCells,
}: {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** Usual height of a row; the true one is measured. */
  readonly rowHeightPx: number;
  readonly columns: readonly TableColumn[];
  readonly label: string;
  readonly className: string;
  /** The cells of a row, one for each column. */
  readonly renderCells: (row: T) => ReactNode;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [bodyTop, setBodyTop] = useState(0);
  useLayoutEffect(() => {
    function measure(): void {
      if (body.current !== null)
        setBodyTop(Math.round(body.current.getBoundingClientRect().top + scrollY));
    }
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [rows]);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    overscan: 10,
    scrollMargin: bodyTop,
  });
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? bodyTop) - bodyTop;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? bodyTop) - bodyTop);

  return (
    <table
      className={`virtual-table ${className}`}
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              data-column={column.id}
              data-kind={column.isNumber === true ? 'number' : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <Spacer height={before} columns={columns.length} />}
        {items.map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <tr
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-rowindex={item.index + 2}
            >
              {renderCells(row)}
            </tr>
          );
        })}
        {after > 0 && <Spacer height={after} columns={columns.length} />}
      </tbody>
    </table>
  );
}

/** Keeps the scrollbar true for the rows that are not in the document. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" className="virtual-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
