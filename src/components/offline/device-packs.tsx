import { PACK_NAMES, packBytes } from '../../format/manifest.ts';
import type { Installer, InstallerState } from '../../sync/installer-state.ts';
import { formatBytes } from '../format/numbers.ts';
import { DownloadIcon } from '../icons/icons.tsx';
import { JobStatus } from './job-status.tsx';
import { PackRow } from './pack-row.tsx';
import './offline.css';

/** The packs, what is installed of them, and the buttons that change it. */
export function DevicePacks({
  installer,
  state,
  needsReload,
}: {
  /** undefined until it is known, null where this browser stores nothing. */
  readonly installer: Installer | null | undefined;
  readonly state: InstallerState;
  /** The open pages still read an older snapshot than the one just installed. */
  readonly needsReload: boolean;
}) {
  const { device, job, host } = state;
  if (installer === null) {
    return (
      <p className="notice">
        This browser window cannot store data, so nothing can be installed in it. That is so in some
        private windows, and where storage is switched off. Pages still work while you are online.
      </p>
    );
  }
  const manifest = host.kind === 'known' ? host.manifest : device.manifest;
  const isBusy = job.kind !== 'idle' && job.kind !== 'failed' && job.kind !== 'paused';
  const canInstall = installer !== undefined && host.kind === 'known' && !isBusy;
  const missing = PACK_NAMES.filter((pack) => !device.packs.includes(pack));

  return (
    <section className="page-section" aria-labelledby="packs">
      <h2 id="packs">Packs</h2>
      {host.kind === 'unreachable' && (
        <p className="notice" role="status">
          The host of the archive does not answer, so nothing can be installed right now. What is
          installed keeps working. <span className="muted">{host.error.message}</span>
        </p>
      )}
      <ul className="plain pack-list">
        {PACK_NAMES.map((pack) => (
          <PackRow
            key={pack}
            pack={pack}
            bytes={manifest === null ? null : packBytes(manifest, pack)}
            isInstalled={device.packs.includes(pack)}
            onInstall={canInstall ? () => void installer?.install([pack]) : null}
            onRemove={isBusy ? null : () => void installer?.remove([pack])}
          />
        ))}
      </ul>
      <div className="pack-actions">
        {missing.length > 1 && manifest !== null && (
          <button
            type="button"
            className="button"
            data-kind="primary"
            disabled={!canInstall}
            onClick={() => void installer?.install(PACK_NAMES)}
          >
            <DownloadIcon />
            Install {missing.length === PACK_NAMES.length ? 'everything' : 'the rest'} (
            {formatBytes(missing.reduce((sum, pack) => sum + packBytes(manifest, pack), 0))})
          </button>
        )}
        {host.kind === 'known' && host.isUpdate && (
          <button
            type="button"
            className="button"
            data-kind="primary"
            disabled={!canInstall}
            onClick={() => void installer?.update()}
          >
            Update to the archive of {host.manifest.date}
          </button>
        )}
        {device.packs.length > 1 && (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => void installer?.remove(PACK_NAMES)}
          >
            Remove everything
          </button>
        )}
      </div>
      <JobStatus
        job={job}
        onCancel={() => void installer?.cancel()}
        onPause={() => void installer?.pause()}
        onResume={() => void installer?.resume()}
      />
      {needsReload && (
        <p className="notice" role="status">
          Another snapshot is now installed. Pages that are open still read the one before.{' '}
          <button type="button" className="text-button" onClick={() => location.reload()}>
            Reload to use it
          </button>
        </p>
      )}
    </section>
  );
}
