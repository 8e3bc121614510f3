import './filter-bar.css';

/** A field that narrows the list below it as one types. */
export function FilterBox({
  label,
  text,
  onChange,
  onLeave,
}: {
  /** Says what is searched; shown inside the field while it is empty. */
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Called when the arrow down leads to what is below. */
  readonly onLeave?: () => void;
}) {
  return (
    <input
      type="search"
      className="filter-box"
      aria-label={label}
      placeholder={label}
      value={text}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || onLeave === undefined) return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}
