import { PACK_NAMES, packBytes, type Manifest, type PackName } from '../../format/manifest.ts';
import type { DeviceContents } from '../../sync/installer-state.ts';
import { formatBytes } from '../format/numbers.ts';
import { CheckIcon } from '../icons/icons.tsx';
import { packContents, packTitle } from '../packs.ts';
import { percentOf } from './describe-job.ts';
import '../controls/data-table.css';
import './pack-table.css';

/** The packs: what each holds, its size before anything is fetched, how much of it is here. */
export function PackTable({
  manifest,
  device,
  progress,
  onInstall,
  onRemove,
}: {
  /** null while it is not known. */
  readonly manifest: Manifest | null;
  readonly device: DeviceContents;
  /** Of a job at work, by pack. */
  readonly progress: ReadonlyMap<PackName, { doneBytes: number; totalBytes: number }>;
  /** null while it cannot be done. */
  readonly onInstall: ((pack: PackName) => void) | null;
  readonly onRemove: ((pack: PackName) => void) | null;
}) {
  return (
    <table className="data-table pack-table">
      <thead>
        <tr>
          <th scope="col">Pack</th>
          <th scope="col" className="number-cell">
            Size
          </th>
          <th scope="col">On this device</th>
          <th scope="col">
            <span className="visually-hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {PACK_NAMES.map((pack) => {
          const size = manifest === null ? null : formatBytes(packBytes(manifest, pack));
          const isInstalled = device.packs.includes(pack);
          return (
            <tr key={pack}>
              <th scope="row">
                <span className="pack-name">{packTitle(pack)}</span>
                <span className="pack-contents">{packContents(pack)}</span>
              </th>
              <td className="number-cell pack-size">{size ?? '…'}</td>
              <td className="pack-state">
                <PackState pack={pack} device={device} progress={progress.get(pack) ?? null} />
              </td>
              <td className="pack-action">
                {isInstalled ? (
                  <button
                    type="button"
                    className="button"
                    disabled={onRemove === null}
                    onClick={() => onRemove?.(pack)}
                    aria-label={`Remove ${packTitle(pack)}`}
                  >
                    Remove
                  </button>
                ) : (
                  <button
                    type="button"
                    className="button"
                    disabled={onInstall === null}
                    onClick={() => onInstall?.(pack)}
                    aria-label={`Install ${packTitle(pack)}${size === null ? '' : `, ${size}`}`}
                  >
                    Install
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function PackState({
  pack,
  device,
  progress,
}: {
  readonly pack: PackName;
  readonly device: DeviceContents;
  readonly progress: { doneBytes: number; totalBytes: number } | null;
}) {
  if (progress !== null && progress.doneBytes < progress.totalBytes) {
    return <span className="number">{percentOf(progress)} %</span>;
  }
  if (device.packs.includes(pack)) {
    return (
      <span className="pack-installed">
        <CheckIcon /> Installed
      </span>
    );
  }
  const stored = device.stored.find((found) => found.pack === pack);
  if (stored === undefined || stored.storedBytes === 0) return <span className="muted">No</span>;
  return <span className="muted">{formatBytes(stored.storedBytes)} from browsing</span>;
}
