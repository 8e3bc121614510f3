import type { PackName } from '../../format/manifest.ts';
import { formatBytes } from '../format/numbers.ts';
import { CheckIcon } from '../icons/icons.tsx';
import { packContents, packTitle } from '../packs.ts';

/** One pack: what it holds, its size before anything is fetched, and whether it is here. */
export function PackRow({
  pack,
  bytes,
  isInstalled,
  onInstall,
  onRemove,
}: {
  readonly pack: PackName;
  /** null while the size is not known. */
  readonly bytes: number | null;
  readonly isInstalled: boolean;
  /** null while it cannot be done. */
  readonly onInstall: (() => void) | null;
  readonly onRemove: (() => void) | null;
}) {
  const size = bytes === null ? '' : formatBytes(bytes);
  return (
    <li className="pack-row">
      <div className="pack-text">
        <h3>{packTitle(pack)}</h3>
        <p className="muted small">{packContents(pack)}</p>
      </div>
      <span className="pack-size number">{size}</span>
      <span className="pack-state">
        {isInstalled && (
          <span className="pack-installed">
            <CheckIcon /> Installed
          </span>
        )}
      </span>
      {isInstalled ? (
        <button
          type="button"
          className="button"
          disabled={onRemove === null}
          onClick={() => onRemove?.()}
          aria-label={`Remove ${packTitle(pack)}`}
        >
          Remove
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={onInstall === null}
          onClick={() => onInstall?.()}
          aria-label={`Install ${packTitle(pack)}${size === '' ? '' : `, ${size}`}`}
        >
          Install
        </button>
      )}
    </li>
  );
}
