import { useId, useRef, useState, type KeyboardEvent } from 'react';
import './name-picker.css';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** What else tells it from others. */
  readonly hint: string;
}

type List<T> =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'read'; readonly items: T };

/**
 * A field in which something of the archive is found by name and picked, as the combobox of the ARIA
 * practices (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). What is searched is read when
 * the field is first entered.
 */
export function NamePicker<T>({
  label,
  read,
  suggest,
  onPick,
}: {
  readonly label: string;
  readonly read: () => Promise<T>;
  readonly suggest: (items: T, query: string) => readonly PickerOption[];
  readonly onPick: (id: string) => void;
}) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [list, setList] = useState<List<T>>({ kind: 'unread' });
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = isOpen && list.kind === 'read' ? suggest(list.items, query) : [];
  const place = Math.min(active, options.length - 1);
  const current = options[place];

  function open(): void {
    setOpen(true);
    if (list.kind === 'reading' || list.kind === 'read') return;
    setList({ kind: 'reading' });
    read().then(
      (items) => setList({ kind: 'read', items }),
      () => setList({ kind: 'failed' }),
    );
  }

  function pick(id: string): void {
    setQuery('');
    setActive(0);
    setOpen(false);
    onPick(id);
  }

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) open();
      else if (options.length > 0) setActive((active + step + options.length) % options.length);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      pick(current.id);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  }

  const message = isOpen ? describeList(list, options.length, query) : '';
  return (
    <div
      className="name-picker no-print"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        className="filter-box"
        aria-label={label}
        placeholder={label}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${listId}-${place}`}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={open}
        onClick={open}
        onKeyDown={onKey}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
          open();
        }}
      />
      <div className="name-picker-list" hidden={options.length === 0 && message === ''}>
        <div id={listId} role="listbox" aria-label={label}>
          {options.map((option, index) => (
            // The field keeps the focus and reads the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option.id}
              id={`${listId}-${index}`}
              className="name-picker-option"
              tabIndex={-1}
              role="option"
              aria-selected={option === current}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option.id)}
            >
              <span>{option.label}</span>
              <span className="muted small">{option.hint}</span>
            </div>
          ))}
        </div>
        {message !== '' && <p className="muted small">{message}</p>}
      </div>
      <span role="status" className="visually-hidden">
        {isOpen && options.length > 0 ? `${options.length} to choose from` : message}
      </span>
    </div>
  );
}

function describeList(list: List<unknown>, options: number, query: string): string {
  switch (list.kind) {
    case 'unread':
      return '';
    case 'reading':
      return 'Reading the list …';
    case 'failed':
      return 'The list could not be read. Enter the field again to try it once more.';
    case 'read':
      return options > 0 ? '' : query === '' ? '' : `Nothing is called “${query}”.`;
  }
}
