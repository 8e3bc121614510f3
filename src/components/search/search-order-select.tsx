import type { SearchOrder } from '../../search/search-engine.ts';

const ORDERS: readonly { readonly order: SearchOrder; readonly label: string }[] = [
  { order: 'relevance', label: 'best match' },
  { order: 'date', label: 'newest' },
  { order: 'repositories', label: 'most repositories' },
];

export function SearchOrderSelect({
  order,
  onChange,
}: {
  readonly order: SearchOrder;
  readonly onChange: (order: SearchOrder) => void;
}) {
  return (
    <label className="filter-select">
      Order
      <select
        value={order}
        onChange={(event) => {
          const chosen = ORDERS.find((one) => one.order === event.target.value);
          if (chosen !== undefined) onChange(chosen.order);
        }}
      >
        {ORDERS.map(({ order, label }) => (
          <option key={order} value={order}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
