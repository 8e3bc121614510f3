import { formatPlural } from '../format/numbers.ts';

/** Shows what is taken for advertisements, which lists hide; nothing where there are none. */
export function AdvertisementSwitch({
  count,
  isOn,
  onChange,
}: {
  readonly count: number;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  if (count === 0) return null;
  return (
    <label className="filter-switch">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      Show {formatPlural(count, 'advertisement')}
    </label>
  );
}
