import type { BoardColumn } from '../board-columns.ts';
import { columnLabel } from '../column-label.ts';
import type { PanelProps } from './board-panel.tsx';

const USUAL_PINS = ['rank', 'here', 'model'];

/** Which columns are shown, in which order, and which hold while the others scroll. */
export function ColumnPanel({ columns, shown, view, change }: PanelProps) {
  const ids = shown.map(({ id }) => id);
  const pins = view.pinned ?? USUAL_PINS;
  const hidden = columns.filter(({ id }) => !ids.includes(id));
  const set = (next: readonly string[]) => change({ columns: next });

  function move(id: string, by: -1 | 1): void {
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return;
    const next = ids.filter((one) => one !== id);
    next.splice(to, 0, id);
    set(next);
  }

  return (
    <div className="column-panel">
      <p className="muted small">
        Pinned columns come first and hold while the others scroll.{' '}
        {(view.columns !== null || view.pinned !== null) && (
          <button
            type="button"
            className="text-button"
            onClick={() => change({ columns: null, pinned: null })}
          >
            Back to the usual columns
          </button>
        )}
      </p>
      <ul className="plain column-list">
        {[...shown, ...hidden].map((column) => {
          const isShown = ids.includes(column.id);
          const label = columnLabel(column);
          return (
            <li key={column.id} data-shown={isShown}>
              <label>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={isShown && ids.length === 1}
                  onChange={() =>
                    set(isShown ? ids.filter((id) => id !== column.id) : [...ids, column.id])
                  }
                />
                {label}
              </label>
              {isShown && (
                <span className="column-actions">
                  <MoveButton
                    label={`Move ${label} to the left`}
                    sign="←"
                    onClick={() => move(column.id, -1)}
                  />
                  <MoveButton
                    label={`Move ${label} to the right`}
                    sign="→"
                    onClick={() => move(column.id, 1)}
                  />
                  <PinButton
                    column={column}
                    isPinned={pins.includes(column.id)}
                    onChange={(isPinned) =>
                      change({
                        pinned: isPinned
                          ? [...pins, column.id]
                          : pins.filter((id) => id !== column.id),
                      })
                    }
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function MoveButton({
  label,
  sign,
  onClick,
}: {
  readonly label: string;
  readonly sign: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="column-action" aria-label={label} onClick={onClick}>
      {sign}
    </button>
  );
}

function PinButton({
  column,
  isPinned,
  onChange,
}: {
  readonly column: BoardColumn;
  readonly isPinned: boolean;
  readonly onChange: (isPinned: boolean) => void;
}) {
  return (
    <button
      type="button"
      className="column-action"
      aria-label={`Pin ${columnLabel(column)}`}
      aria-pressed={isPinned}
      onClick={() => onChange(!isPinned)}
    >
      Pin
    </button>
  );
}
